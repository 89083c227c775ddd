import { AppError } from '@shared/errors/app-error';
import { SERVICE_CONTROL_CONTRACT } from './service-control-contract.fixture';
import { WindowsServiceControl } from './windows-service-control';
import { hasWindowsService } from './installed-service';

/**
 * Started by the spec inside Windows: takes the real adapter through its contract (`contract`), or only starts it (`start`),
 * and prints what it saw as JSON.
 */
const [task = ''] = process.argv.slice(2);
const control = new WindowsServiceControl();

const codeOf = (run: Promise<unknown>) =>
  run.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? { code: error.code, ...error.params } : String(error)),
  );

const checks: Record<string, string> = {};
const contract = task === 'contract' ? Object.entries(SERVICE_CONTROL_CONTRACT) : [];
for (const [title, check] of contract) {
  checks[title] = await check(control).then(
    () => 'kept',
    (error: unknown) => String(error),
  );
}
const started = task === 'start' ? await codeOf(control.act('start', { mayAsk: false })) : null;
const answer = { checks, started, status: await control.status(), hasWindowsService: hasWindowsService() };
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit());
