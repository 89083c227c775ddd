import { register } from 'tsx/esm/api';

register();
const { runBackOffice } = await import('../test/back-office/command.ts');
await runBackOffice();
