import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { readSmallFile } from '../private-files';
import { POLICY_CAP, type PolicySource, type PolicyText } from './policy-source';
import { registryValue } from './registry-value';
import { distrustOfDescriptor } from './security-descriptor';
import { watchPlace } from './watch-place';

const KEY = 'HKLM\\Software\\Policies\\Remote Service';
const VALUE = 'Policy';
const SYSTEM = 'C:\\Windows\\System32';
const COMMON_DATA = 'C:\\ProgramData';

/** Resolves to what the program wrote; rejects when it ends with another code than 0. */
export type RunProgram = (program: string, args: readonly string[]) => Promise<string>;

const runProgram: RunProgram = async (program, args) => {
  const options = { windowsHide: true, timeout: 10_000, maxBuffer: 4 * POLICY_CAP, shell: false } as const;
  return (await promisify(execFile)(program, args, options)).stdout;
};

/** Only administrators may write below `HKLM\Software\Policies`, so what stands there needs no further look. */
const fromRegistry = async (run: RunProgram): Promise<PolicyText> => {
  const program = path.win32.join(SYSTEM, 'reg.exe');
  const output = await run(program, ['query', KEY, '/v', VALUE]).catch(() => '');
  const text = registryValue(output, VALUE);
  if (text === null) return { found: false };
  return { found: true, place: `${KEY}\\${VALUE}`, bytes: new TextEncoder().encode(text) };
};

/** The script is fixed; the file is handed over as an argument and never becomes a part of it. */
const GET_DESCRIPTOR = '& { (Get-Acl -LiteralPath $args[0]).Sddl }';

const fromFile = async (file: string, run: RunProgram): Promise<PolicyText> => {
  const read = await readSmallFile(file, POLICY_CAP).catch(() => null);
  if (read?.found === false && read.reason === 'missing') return { found: false };
  const found = { found: true, place: file } as const;
  if (read?.found !== true) return { ...found, distrust: 'unreadable' };
  const shell = path.win32.join(SYSTEM, 'WindowsPowerShell', 'v1.0', 'powershell.exe');
  const args = ['-NoProfile', '-NonInteractive', '-Command', GET_DESCRIPTOR];
  for (const place of [path.win32.dirname(file), file]) {
    const descriptor = await run(shell, [...args, place]).catch(() => '');
    const distrust = distrustOfDescriptor(descriptor);
    if (distrust !== null) return { ...found, distrust };
  }
  return { ...found, bytes: read.bytes };
};

/** The registry policy key, as group policies write it, else `policy.json` in the common data folder. */
export const createWindowsPolicySource = (
  run: RunProgram = runProgram,
  file = path.win32.join(COMMON_DATA, 'Remote Service', 'policy.json'),
): PolicySource => ({
  read: async () => {
    const registry = await fromRegistry(run);
    return registry.found ? registry : fromFile(file, run);
  },
  // The registry tells nobody: whoever holds settings for long reads it again now and then.
  watch: (listener) => watchPlace(file, listener),
});
