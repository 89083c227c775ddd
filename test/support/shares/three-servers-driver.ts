import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { systemClock } from '@shared/domain/time/clock';
import { LicenceBackups } from '@electron/service/licence/install/licence-backups';
import { FolderAccess } from '@electron/service/licence/folder/worker/folder-access';
import { FolderWorkers } from '@electron/service/licence/folder/worker/folder-worker-pool';
import { openInstallJournal } from '@electron/service/licence/install/install-journal';
import { LicenceInstaller } from '@electron/service/licence/install/licence-installer';
import { removeUnfinishedFiles } from '@electron/service/licence/folder/unfinished-files';
import { forkedWorkers } from './forked-workers';

/**
 * One installation on two local servers and a remote one in plain Node, as the service does it after a start. Arguments:
 * worker script, state folder, file with the new licence, the three folders. With `wait` it says `ready` when its worker
 * runs, and begins when its stdin says so.
 */
const [script = '', state = '', licence = '', one = '', two = '', share = '', mode = ''] =
  process.argv.slice(2);
const folders = { one, two, share };

const access = new FolderAccess({
  workers: new FolderWorkers(forkedWorkers(script)),
  isOnNetwork: () => Promise.resolve(false),
});
access.setServers([{ id: 'share', kind: 'remote' }]);

const openAll = async () => {
  await removeUnfinishedFiles(state);
  const journal = await openInstallJournal(path.join(state, 'journal.jsonl'), (text) =>
    writeFile(path.join(state, 'journal.broken'), text),
  );
  const backups = new LicenceBackups(path.join(state, 'backup'), systemClock);
  const randomHex = (count: number) => '5a'.repeat(count);
  return {
    journal,
    installer: new LicenceInstaller({
      journal,
      backups,
      clock: systemClock,
      randomHex,
      openFolder: access.open,
    }),
  };
};

const run = async () => {
  const bytes = await readFile(licence);
  const content = { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), sequence: 2 };
  const { journal, installer } = await openAll();
  await installer.recover();
  const results = await Promise.all(
    Object.entries(folders).map(([serverId, folder]) =>
      installer.install({ serverId, folder, fileName: 'prismadirect.lic' }, content),
    ),
  );
  return { outcomes: results.map(({ outcome }) => outcome), open: journal.open().length };
};

await mkdir(state, { recursive: true });
(await access.open('share', share)).close();
if (mode === 'wait') {
  process.stdout.write('ready\n');
  await new Promise((resolve) => process.stdin.once('data', resolve));
}
const answer = await run().catch((error: unknown) => ({ outcomes: [String(error)], open: -1 }));
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
