import type { ServiceAction } from '@shared/domain/status/service-control';
import { runProgram, windowsCall, type RunProgram } from '../programs';
import { WINDOWS_SERVICE_NAME } from '@shared/domain/status/service-names';
import type { Elevation, ElevationResult } from './elevation';

const ANSWER_MS = 5 * 60_000;

/** ERROR_CANCELLED: the person said no to the system's question. */
const CANCELLED = 1223;

/** The script of the elevated PowerShell; constant text, nothing of it comes from outside. */
const INNER: Record<ServiceAction, string> = {
  start: `Start-Service -Name '${WINDOWS_SERVICE_NAME}' -ErrorAction Stop`,
  stop: `Stop-Service -Name '${WINDOWS_SERVICE_NAME}' -Force -ErrorAction Stop`,
  restart: `Restart-Service -Name '${WINDOWS_SERVICE_NAME}' -Force -ErrorAction Stop`,
};

/** PowerShell's own form for a script as an argument: Base64 over UTF-16LE, so that no quoting is left to get wrong. */
const encodedScript = (script: string) => Buffer.from(script, 'utf16le').toString('base64');

const SWITCHES = ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand'] as const;

const outerScript = (powershell: string, action: ServiceAction) =>
  [
    `$inner = '${encodedScript(`try { ${INNER[action]} } catch { exit 1 }`)}'`,
    `$words = @('-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', $inner)`,
    'try {',
    `  $process = Start-Process -FilePath '${powershell}' -ArgumentList $words -Verb RunAs -WindowStyle Hidden -Wait -PassThru`,
    `} catch { exit ${CANCELLED} }`,
    'exit $process.ExitCode',
  ].join('\n');

const resultOf = (code: number | null): ElevationResult => {
  if (code === 0) return { outcome: 'done' };
  if (code === CANCELLED) return { outcome: 'refused' };
  return code === null ? { outcome: 'unavailable' } : { outcome: 'failed', code };
};

/** User Account Control, through PowerShell's `Start-Process -Verb RunAs` with constant scripts. */
export const createWindowsElevation = (run: RunProgram = runProgram): Elevation => ({
  run: async (action) => {
    // The service manager takes an account only with its password, which must not cross as an argument.
    if (action.kind === 'set-account' || action.kind === 'install-update') return { outcome: 'unavailable' };
    const { executable } = windowsCall('powershell', []);
    const script = encodedScript(outerScript(executable, action.kind));
    const { code } = await run({ ...windowsCall('powershell', [...SWITCHES, script]), deadline: ANSWER_MS });
    return resultOf(code);
  },
});
