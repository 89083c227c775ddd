import path from 'node:path';
import { readSmallFile } from '../private-files';
import { runProgram, windowsCall, type RunProgram } from '../programs';
import { POLICY_CAP, type PolicySource, type PolicyText } from './policy-source';
import { registryValue } from './registry-value';
import { distrustOfDescriptor } from './security-descriptor';
import { watchPlace } from './watch-place';

const KEY = 'HKLM\\Software\\Policies\\Remote Service';
const VALUE = 'Policy';
const COMMON_DATA = 'C:\\ProgramData';

const DEADLINE_MS = 10_000;

/** The output of the program in UTF-8; empty when it ends with another code than 0. */
const ask = async (run: RunProgram, program: 'reg' | 'powershell', args: readonly string[]) => {
  const { code, text } = await run({ ...windowsCall(program, args), deadline: DEADLINE_MS });
  return code === 0 ? Buffer.from(text, 'latin1').toString('utf8') : '';
};

/** Only administrators may write below `HKLM\Software\Policies`, so what stands there needs no further look. */
const fromRegistry = async (run: RunProgram): Promise<PolicyText> => {
  const output = await ask(run, 'reg', ['query', KEY, '/v', VALUE]);
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
  const args = ['-NoProfile', '-NonInteractive', '-Command', GET_DESCRIPTOR];
  for (const place of [path.win32.dirname(file), file]) {
    const descriptor = await ask(run, 'powershell', [...args, place]);
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
