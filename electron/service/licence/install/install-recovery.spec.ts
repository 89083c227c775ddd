import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@shared/domain/time/clock';
import { LicenceBackups } from './licence-backups';
import { openInstallJournal, type InstallIntent, type InstallJournal } from './install-journal';
import { openLocally } from '@electron/service/licence/folder/worker/folder-access';
import { LicenceInstaller, type LicenceContent } from './licence-installer';
import { sha256OfBytes } from '@electron/service/licence/folder/plain-file';

const FILE = 'prismadirect.lic';
const TEMPORARY = `.${FILE}.aa.tmp`;
const licenceOf = (text: string): LicenceContent => {
  const bytes = new TextEncoder().encode(text);
  return { bytes, sha256: sha256OfBytes(bytes), sequence: 2 };
};
const OLD = licenceOf('FEATURE a b 1.0 permanent 1\n');
const NEW = licenceOf('FEATURE a b 1.0 permanent 2\n');
const OTHER = licenceOf('FEATURE a b 1.0 permanent 3\n');

let home: string;
let folder: string;
let journal: InstallJournal;
const file = () => path.join(folder, FILE);
const openJournal = () => openInstallJournal(path.join(home, 'journal.jsonl'), () => Promise.resolve());
const installer = () =>
  new LicenceInstaller({
    journal,
    backups: new LicenceBackups(path.join(home, 'backup'), systemClock),
    clock: systemClock,
    randomHex: (count) => 'bb'.repeat(count),
    openFolder: openLocally(),
  });
const intent = (oldSha256: string | null): InstallIntent => ({
  record: 'intent',
  id: '7b0d9b7c-3f0a-4a52-9a3e-0b1f6d1f2a11',
  at: '2026-11-02T00:00:00.000Z',
  serverId: 'server-1',
  folder,
  fileName: FILE,
  oldSha256,
  newSha256: NEW.sha256,
  temporaryName: TEMPORARY,
  backupName: null,
  sequence: 2,
});

beforeEach(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'recovery-'));
  folder = path.join(home, 'licences');
  mkdirSync(folder);
  journal = await openJournal();
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

/** The files that may lie in the folder after a crash, compared with the intent. */
const TABLE = [
  { was: 'old', live: OLD, old: OLD.sha256, outcome: 'rolled-back' },
  { was: 'new', live: NEW, old: OLD.sha256, outcome: 'done' },
  { was: 'other', live: OTHER, old: OLD.sha256, outcome: 'unknown-content' },
  { was: 'nothing, where there had been a file', live: null, old: OLD.sha256, outcome: 'unknown-content' },
  { was: 'nothing, as before', live: null, old: null, outcome: 'rolled-back' },
  { was: 'new, where there had been none', live: NEW, old: null, outcome: 'done' },
  { was: 'other, where there had been none', live: OTHER, old: null, outcome: 'unknown-content' },
] as const;

describe('recovery on start', () => {
  for (const { was, live, old, outcome } of TABLE) {
    for (const hasTemporary of [true, false]) {
      it(`${outcome}: ${was}${hasTemporary ? ', half-written file beside it' : ''}`, async () => {
        if (live !== null) writeFileSync(file(), live.bytes);
        if (hasTemporary) writeFileSync(path.join(folder, TEMPORARY), 'half');
        await journal.begin(intent(old));
        journal = await openJournal();
        const [recovered] = await installer().recover();
        expect(recovered?.recovered.outcome).toBe(outcome);
        const isSettled = outcome !== 'unknown-content';
        expect(existsSync(path.join(folder, TEMPORARY))).toBe(hasTemporary && !isSettled);
        expect(existsSync(file())).toBe(live !== null);
        if (live !== null) expect(sha256OfBytes(readFileSync(file()))).toBe(live.sha256);
        expect((await openJournal()).open().length).toBe(isSettled ? 0 : 1);
      });
    }
  }

  it('touches nothing where a link stands in the place of the file', async () => {
    writeFileSync(path.join(home, 'canary'), 'untouched');
    symlinkSync(path.join(home, 'canary'), file());
    await journal.begin(intent(OLD.sha256));
    expect((await installer().recover())[0]?.recovered.outcome).toBe('unknown-content');
    expect(readFileSync(path.join(home, 'canary'), 'utf8')).toBe('untouched');
  });

  it('asks again later when the folder is away', async () => {
    await journal.begin(intent(OLD.sha256));
    rmSync(folder, { recursive: true });
    expect((await installer().recover())[0]?.recovered).toEqual({
      outcome: 'unreachable',
      reason: 'path-missing',
    });
    mkdirSync(folder);
    writeFileSync(file(), NEW.bytes);
    expect((await installer().recover())[0]?.recovered.outcome).toBe('done');
  });

  it('installs over an unknown file only when a person asks, and keeps it as a backup', async () => {
    const target = { serverId: 'server-1', folder, fileName: FILE };
    writeFileSync(file(), OTHER.bytes);
    writeFileSync(path.join(folder, TEMPORARY), 'half');
    await journal.begin(intent(OLD.sha256));
    expect(await installer().install(target, NEW)).toMatchObject({ reason: 'unknown-content' });
    expect(sha256OfBytes(readFileSync(file()))).toBe(OTHER.sha256);
    const result = await installer().install(target, NEW, { overUnknown: true });
    expect(result).toEqual({ outcome: 'installed', replaced: OTHER.sha256 });
    expect(journal.open()).toEqual([]);
    expect(readdirSync(folder)).toEqual([FILE]);
  });
});
