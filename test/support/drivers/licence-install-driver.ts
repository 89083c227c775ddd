import { createHash } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '@shared/domain/time/clock';
import { LicenceBackups } from '@electron/service/licence/install/licence-backups';
import { reasonOf } from '@electron/service/licence/folder/folder-failure-reason';
import { openLocally } from '@electron/service/licence/folder/worker/folder-access';
import { openInstallJournal } from '@electron/service/licence/install/install-journal';
import { removeUnfinishedFiles } from '@electron/service/licence/folder/unfinished-files';
import { LicenceInstaller } from '@electron/service/licence/install/licence-installer';

/**
 * One installation in plain Node, as the service does it after a start: recover, then install. Arguments: state folder,
 * licence folder, file with the new licence. With `wait` it says `ready` and begins when its stdin says so.
 */
const [state = '', folder = '', licence = '', mode = ''] = process.argv.slice(2);

const run = async () => {
  const bytes = await readFile(licence);
  await removeUnfinishedFiles(state);
  const journal = await openInstallJournal(path.join(state, 'journal.jsonl'), (text) =>
    writeFile(path.join(state, 'journal.broken'), text),
  );
  const installer = new LicenceInstaller({
    journal,
    backups: new LicenceBackups(path.join(state, 'backup'), systemClock),
    clock: systemClock,
    // Always the same, so that a trace can name the temporary file.
    randomHex: (count) => '5a'.repeat(count),
    openFolder: openLocally(),
  });
  const recovered = await installer.recover();
  const result = await installer.install(
    { serverId: 'server-1', folder, fileName: 'prismadirect.lic' },
    { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), sequence: 2 },
  );
  return {
    recovered: recovered.map((one) => one.recovered.outcome),
    outcome: result.outcome,
    reason: 'reason' in result ? result.reason : null,
    open: journal.open().length,
  };
};

const waitForWord = async () => {
  // Makes the one thread that file calls run on, before anybody looks for it.
  await stat(folder);
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
};

await mkdir(state, { recursive: true });
if (mode === 'wait') await waitForWord();
const answer = await run().catch((error: unknown) => ({ outcome: 'failed', reason: reasonOf(error) }));
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
