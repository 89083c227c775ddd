import { AppError } from '@shared/errors/app-error';
import { SERVICE_CONTROL_CONTRACT } from './service-control-contract.fixture';
import { SystemdServiceControl } from './systemd-service-control';

/** Started by the spec under a real systemd: an operator goes through the contract, anybody else through one refusal. */
const control = new SystemdServiceControl();
const { permission } = await control.status();

const checks: Record<string, string> = {};
for (const [title, check] of permission === 'granted' ? Object.entries(SERVICE_CONTROL_CONTRACT) : []) {
  checks[title] = await check(control).then(
    () => 'kept',
    (error: unknown) => String(error),
  );
}
const denied =
  permission === 'granted'
    ? null
    : await control.act('start', { mayAsk: false }).then(
        () => 'done',
        (error: unknown) => (error instanceof AppError ? error.code : String(error)),
      );
process.stdout.write(JSON.stringify({ checks, status: await control.status(), denied }), () =>
  process.exit(),
);
