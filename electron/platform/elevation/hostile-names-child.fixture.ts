import { readFileSync } from 'node:fs';
import type { AppError } from '@shared/errors/app-error';
import { SERVICE_ACTIONS } from '@shared/domain/status/service-control';
import { linuxCall, runProgram, type ProgramCall } from '@electron/platform/programs';
import { createServiceAccount } from '@electron/platform/service-account';
import { WindowsServiceControl } from '@electron/platform/service-control/windows-service-control';
import { createWindowsHost, hostCall } from '@electron/platform/windows-host';
import { createLinuxElevation } from './linux-elevation';

/** Started by the spec with planted programs around it: takes names from a file through every elevated call. */
const names = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as string[];

const calls: ProgramCall[] = [];
const note = (call: ProgramCall) => {
  calls.push(call);
  return Promise.resolve({ code: 0, text: '{}', errors: '' });
};
const linux = createLinuxElevation(note);
const windows = new WindowsServiceControl(createWindowsHost(note));

/** An account that is written like one may go on to the helper; it must then be one argument, as it was given. */
const isPlain = (name: string) => /^(?:[A-Za-z0-9._-]+\\)?[A-Za-z_][A-Za-z0-9._@-]*$/.test(name);

const isTakenForUpdate = (name: string): Promise<boolean> =>
  linux.run({ kind: 'install-update', fileName: name }).then(
    () => true,
    () => false,
  );

const isLetThrough = async (name: string): Promise<boolean> => {
  if (await isTakenForUpdate(name)) return true;
  const before = calls.length;
  const outcomes = await Promise.allSettled([linux.run({ kind: 'set-account', account: name })]);
  const hasRefused = outcomes.some(
    ({ status, ...rest }) =>
      status === 'rejected' && 'reason' in rest && (rest.reason as AppError).code === 'bad-input',
  );
  const [call] = calls.splice(before);
  if (isPlain(name)) return call !== undefined && call.args.at(-1) !== name;
  return call !== undefined || !hasRefused;
};

const wish = (name: string) => ({ domain: '.', userName: name, password: name });
const linuxAccount = createServiceAccount('linux', note);
const windowsAccount = createServiceAccount('win32', note);

/** The words of the change on Windows, the same whatever the name is. */
const constantWords = async () => {
  const before = calls.length;
  await windowsAccount.change(wish('print'));
  return JSON.stringify(calls.splice(before).map(({ args }) => args));
};
const CONSTANT = await constantWords();

/** The account itself: its name is refused, or is one argument on Linux and on Windows nothing but a part of the input. */
const isAccountLetThrough = async (name: string): Promise<boolean> => {
  const before = calls.length;
  await linuxAccount.change(wish(name)).catch(() => undefined);
  const onLinux = calls.splice(before);
  await windowsAccount.change(wish(name)).catch(() => undefined);
  const onWindows = calls.splice(before);
  const isMarked = onLinux.some(({ args }) => args.includes(name) && !isPlain(name));
  const isInWords = onWindows.length > 0 && JSON.stringify(onWindows.map(({ args }) => args)) !== CONSTANT;
  // A name or a password that is more than one line would be one more line of the helper's input.
  const lines = (onWindows[0]?.input ?? `${name}\n${name}\n`).split('\n');
  const isOneLine = onWindows.length === 0 || (lines.length === 3 && lines[1] === name);
  return isMarked || isInWords || !isOneLine;
};

/** The arguments that a real program receives: `printf` writes its arguments back, each with a zero behind it. */
const isChanged = async (name: string): Promise<boolean> => {
  const call = { ...linuxCall('getent', ['%s\\0', name, 'end']), executable: '/usr/bin/printf' };
  const { code, text } = await runProgram(call);
  if (name.includes('\0')) return code !== null;
  const written = Buffer.from(text, 'latin1').toString('utf8').split('\0');
  return code !== 0 || JSON.stringify(written) !== JSON.stringify([name, 'end', '']);
};

const changed: string[] = [];
const letThrough: string[] = [];
for (const name of names) {
  if ((await isLetThrough(name)) || (await isAccountLetThrough(name))) letThrough.push(name);
  // Half a character of two cannot be written as UTF-8, and so is none of the bytes that a program is given.
  if (await isChanged(Buffer.from(name, 'utf8').toString('utf8'))) changed.push(name);
}
for (const kind of SERVICE_ACTIONS) {
  await linux.run({ kind });
  // The answer above is no status of a service; what counts here is the call.
  await windows.act(kind, { mayAsk: true }).catch(() => undefined);
}
calls.push(linuxCall('systemctl', []), linuxCall('getent', []), hostCall(['status']));
/** The system's own programs, started for real; each ends with 0 when nothing has come between. */
const started = await Promise.all(
  [
    linuxCall('systemctl', ['--version']),
    linuxCall('getent', ['passwd', 'root']),
    linuxCall('pkexec', ['--version']),
  ].map(async (call) => ({ executable: call.executable, code: (await runProgram(call)).code })),
);
process.stdout.write(JSON.stringify({ count: names.length, changed, letThrough, calls, started }), () =>
  process.exit(),
);
