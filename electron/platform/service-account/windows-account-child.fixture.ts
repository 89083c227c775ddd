import { readFileSync } from 'node:fs';
import { runProgram, type RunProgram } from '../programs';
import { createWindowsHost } from '../windows-host';
import { createWindowsServiceAccount } from './windows-service-account';

/** Started by the spec: changes the account with the password of its standard input, and prints what reached the program. */
const password = readFileSync(0, 'utf8');
let heard = '';

/** In the helper's place a program that is given the same words, environment and input, and says what it read. */
const run: RunProgram = async (call) => {
  const result = await runProgram({
    ...call,
    executable: '/bin/sh',
    args: ['-c', 'PATH=/usr/bin:/bin; sleep 0.3; cat', 'host', ...call.args],
    folder: '/',
  });
  heard = result.text;
  return { ...result, text: '{}' };
};
await createWindowsServiceAccount({}, createWindowsHost(run)).change({
  domain: '.',
  userName: 'print',
  password,
});
process.stdout.write(heard, () => process.exit());
