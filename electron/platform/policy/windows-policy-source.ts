import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { createWindowsHost, type WindowsHost } from '../windows-host';
import { DISTRUSTS, type PolicySource, type PolicyText } from './policy-source';
import { policyInRegistry, RegistryPolicy } from './registry-policy';

const DEADLINE_MS = 10_000;
const FILE_PLACE = 'policy.json';

const HostPolicy = z.object({
  registry: RegistryPolicy,
  file: z.object({
    path: z.string(),
    isThere: z.boolean(),
    distrust: z.enum(DISTRUSTS).nullable(),
    /** Base64; missing where the file is not believed. */
    bytes: z.base64().optional(),
  }),
});
type HostPolicy = z.output<typeof HostPolicy>;

const fileText = ({ path, isThere, distrust, bytes }: HostPolicy['file']): PolicyText => {
  if (!isThere) return { found: false };
  const found = { found: true, place: path } as const;
  if (distrust !== null || bytes === undefined) return { ...found, distrust: distrust ?? 'unreadable' };
  return { ...found, bytes: new Uint8Array(Buffer.from(bytes, 'base64')) };
};

const readPolicy = async (host: WindowsHost): Promise<PolicyText> => {
  if (!host.isThere()) return { found: false };
  const reply = await host.ask(['policy'], HostPolicy, { deadline: DEADLINE_MS });
  // Whoever could keep the helper from answering must not thereby be rid of the policy.
  if (reply.outcome !== 'done') return { found: true, place: FILE_PLACE, distrust: 'unreadable' };
  const { registry, file } = reply.answer;
  const bytes = policyInRegistry(registry);
  return bytes === null ? fileText(file) : { found: true, place: registry.path, bytes };
};

/** The helper writes a line for every change and ends with its standard input, so with this process. */
const watchPolicy = (host: WindowsHost, listener: () => void): (() => void) => {
  if (!host.isThere()) return () => undefined;
  const { executable, args, environment, folder } = host.call(['policy', 'watch']);
  const child = spawn(executable, args, {
    cwd: folder,
    env: { ...environment },
    stdio: ['pipe', 'pipe', 'ignore'],
    windowsHide: true,
  });
  child.on('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (line.includes('"changed"')) listener();
  });
  return () => void child.stdin.end();
};

/**
 * The registry policy key, as group policies write it, else `policy.json` in the folder that the installer keeps for it. The
 * helper reads both: believed is only what administrators alone could have written. A copy without a helper, a clone or a
 * portable one, has no policy.
 */
export const createWindowsPolicySource = (host: WindowsHost = createWindowsHost()): PolicySource => ({
  read: () => readPolicy(host),
  watch: (listener) => watchPolicy(host, listener),
});
