import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLocalEndpoint } from './index';
import { LOCAL_ENDPOINT_CONTRACT } from './local-endpoint-contract.fixture';
import { PIPE_NAME_FILE } from './windows-run-folder';

/** Started by the spec inside Windows: takes the real adapter through its contract and prints how each check went as JSON. */
const checks: Record<string, string> = {};
for (const [title, check] of Object.entries(LOCAL_ENDPOINT_CONTRACT)) {
  const runFolder = mkdtempSync(path.join(tmpdir(), 'endpoint-'));
  checks[title] = await check(createLocalEndpoint(), { runFolder, mark: PIPE_NAME_FILE }).then(
    () => 'kept',
    (error: unknown) => String(error),
  );
}
process.stdout.write(`${JSON.stringify(checks)}\n`, () => process.exit());
