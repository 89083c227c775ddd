import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  constants,
  existsSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Status } from '@shared/domain/status/status';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { today } from '../back-office/desks/dates';
import { asAccount } from '../support/damaged-files/as-account';
import { writeAssistanceState } from '../support/damaged-files/assistance-state';
import { damage } from '../support/damaged-files/damages';
import { drawnDamages, isLongRun, seed } from '../support/damaged-files/drawn-damages';
import { runService } from '../support/damaged-files/run-service';
import { killProcessesOf } from '../support/processes/processes';
import { configure, createProgram, type Program } from '../support/program';

interface Expectation {
  /** The files of the data folder it is about. */
  files: RegExp;
  /** What is said about damage, in the notices or as the reason of the connection; empty = nothing has to be. */
  said: readonly ErrorCode[];
  /** The kinds of damage that cost nothing and need no word, and why. */
  silent?: readonly string[];
  /** Of the licence in force, as it is known then. */
  sequence?: null;
}

const GONE = ['gone'];
const DAMAGED: readonly ErrorCode[] = ['state-file-damaged'];
const KEYCHAIN: readonly ErrorCode[] = ['keychain-damaged', 'keychain-unavailable', 'secret-unreadable'];

const EXPECTED: readonly Expectation[] = [
  { files: /^settings\.json$/, said: ['settings-broken', 'settings-newer', 'settings-gone'] },
  // New keys are made, and every client reads them when it connects. A key with other letters is a key, to both sides.
  { files: /^run\/\w+\.key$/, said: DAMAGED, silent: ['gone', 'damaged'] },
  { files: /^state\/audit-head\.json$/, said: ['activity-log-damaged'] },
  { files: /^state\/audit\/audit\.jsonl$/, said: ['activity-log-damaged', 'state-file-damaged'] },
  { files: /^state\/(key|secrets\.json)$/, said: KEYCHAIN },
  // The set lies in two places, and its version in a third.
  { files: /^state\/(licence\/)?key-set[\w-]*\.json$/, said: DAMAGED, silent: GONE },
  // The installation registers again; members that it does not know do not disturb it.
  { files: /^state\/registration\.json$/, said: DAMAGED, silent: ['gone', 'newer version'] },
  // Made again from the packages, or begun anew.
  { files: /^state\/time-floor\.json$/, said: DAMAGED, silent: GONE },
  { files: /^state\/licence\/(announcements|date-warnings|installed)\.json$/, said: DAMAGED, silent: GONE },
  // Without an open intent an empty journal is a good one, and so is one with each line twice.
  {
    files: /^state\/licence\/journal\.jsonl$/,
    said: DAMAGED,
    silent: ['gone', 'empty', 'duplicated', 'half written'],
  },
  // Packages of earlier licences; the newest, without which its number is not known before it is fetched again.
  { files: /^state\/licence\/packages\/2-/, said: DAMAGED, silent: GONE },
  { files: /^state\/licence\/packages\/3-/, said: DAMAGED, sequence: null },
  // A backup that was taken away is not missed: old ones go by themselves.
  { files: /^state\/licence\/backup\//, said: DAMAGED, silent: ['gone'] },
  { files: /^state\/assistance(-history|-reports)?\.json$/, said: DAMAGED, silent: GONE },
  // Fetched again from the back office.
  { files: /^state\/updates\/index\.jws$/, said: DAMAGED, silent: GONE },
  { files: /^state\/updates\/files\/\w+\.run$/, said: DAMAGED, silent: GONE },
  // Made again from what lies beside them, read only with a connection, or of no consequence.
  {
    files:
      /^state\/(audit-checkpoint|events|keychain|settings-copy|refused-proxy-login|installer-notes)\.json$|^run\/sealing-key\.json$/,
    said: [],
  },
  // An update that was installed since the last start is not recorded then.
  { files: /^state\/installed-version\.json$/, said: DAMAGED, silent: ['gone', 'newer version'] },
  { files: /^logs\/|^state\/updates\/files\/\w+\.etag$/, said: [] },
];

const PATIENT = { timeout: 60_000, interval: 200 };
/** Not root: to root no file is closed. */
const NOBODY = 65_534;
const SEQUENCE = 3;

const platform = `${process.platform}-${process.arch}` as 'linux-x64';
const isRoot = process.getuid?.() === 0;

let office: BackOffice;
let program: Program;
let template: string;
let files: string[] = [];
let licence: Buffer;

const status = async () => (await program.cli(['status', '--json'])).json as Status;

/** The main job, so that every file is there that the service makes. */
const doMainJob = async () => {
  await configure(program, office);
  office.issueLicence({ kind: 'extend-maintenance', maintenanceUntil: '2098-12-31' });
  office.publishRelease({
    ...{ version: '99.0.0', releasedOn: today(), backdatedTo: null, severity: 'normal', platform },
    ...{ notes: { en: 'Notes' }, fileName: 'remote-service.run', content: Buffer.from('an installer') },
  });
  await program.startService();
  await vi.waitFor(async () => {
    const { licence: held, updates } = await status();
    expect([held?.sequence, updates.downloaded]).toEqual([SEQUENCE - 1, '99.0.0']);
  }, PATIENT);
  office.rotateKeys();
  office.issueLicence({ kind: 'add-users', users: 1 });
  await vi.waitFor(async () => expect((await status()).licence?.sequence).toBe(SEQUENCE), PATIENT);
  await killProcessesOf(program.base);
  const state = path.join(program.home, 'state');
  await writeAssistanceState(state);
  // Of the system's proxy server and of an installed service alone.
  writeFileSync(path.join(state, 'refused-proxy-login.json'), '{"fingerprint":"0123456789abcdef"}');
  writeFileSync(path.join(state, 'installer-notes.json'), '{"taken":1}');
};

/** Who still waits at a pipe is let go. */
const releaseReaders = (pipe: string) => {
  if (!existsSync(pipe)) return;
  closeSync(openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK));
};

const saidIn = ({ notices, connection }: Status) => [
  ...notices.map(({ code }) => code),
  ...(connection.reason === null ? [] : [connection.reason]),
];

/** Starts the service on a data folder with one damaged file; what went wrong, or null where all is as it should be. */
const wrongAfter = async (file: string, kind: string, expected: Expectation): Promise<string | null> => {
  const base = mkdtempSync(path.join(tmpdir(), 'damaged-'));
  const home = path.join(base, 'data');
  try {
    execFileSync('cp', ['-a', template, home]);
    execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, base]);
    writeFileSync(program.licenceFile, licence);
    damage(path.join(home, file), kind, NOBODY);
    const isSilent = expected.said.length === 0 || expected.silent?.includes(kind) === true;
    const isSaid = (now: Status) => isSilent || expected.said.some((code) => saidIn(now).includes(code));
    const vendorFile = path.join(program.base, 'vendor.json');
    const run = await asAccount(NOBODY, () => runService(home, vendorFile, isSaid));
    if (kind === 'FIFO') releaseReaders(path.join(home, file));
    if ('failed' in run) return `does not start: ${run.failed} ${run.detail}`;
    if (!isSaid(run.status)) return `says nothing but [${saidIn(run.status).join(', ')}]`;
    const { sequence = SEQUENCE } = expected;
    if (run.status.licence?.sequence !== sequence)
      return `takes ${JSON.stringify(run.status.licence)} for the licence`;
    const servers = file === 'settings.json' ? 0 : 1;
    if (run.status.licenceServers.length !== servers) return 'loses the settings';
    return readFileSync(program.licenceFile).equals(licence) ? null : 'changes the licence file';
  } finally {
    rmSync(base, { recursive: true, force: true });
  }
};

describe.runIf(isRoot)('a data folder with one damaged file', () => {
  beforeAll(async () => {
    office = await startBackOffice();
    program = await createProgram(office);
    await doMainJob();
    template = path.join(program.base, 'template');
    execFileSync('cp', ['-a', program.home, template]);
    // Chromium's own files are Chromium's to mend.
    rmSync(path.join(template, 'chromium'), { recursive: true, force: true });
    for (const folder of [program.base, program.licences]) chmodSync(folder, 0o755);
    chmodSync(path.join(program.base, 'vendor.json'), 0o644);
    execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, program.licences]);
    licence = readFileSync(program.licenceFile);
    files = readdirSync(template, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(template, path.join(entry.parentPath, entry.name)));
  }, 180_000);
  afterAll(async () => {
    await program.end();
    await office.close();
  });

  it('has no file of which nobody has said what becomes of it', () => {
    expect(files.filter((file) => !EXPECTED.some((expected) => expected.files.test(file)))).toEqual([]);
    expect(files.length).toBeGreaterThan(31);
  });

  it.each(EXPECTED)('starts, says so and loses nothing: $files', { timeout: 300_000 }, async (expected) => {
    const found = files.filter((file) => expected.files.test(file));
    const wrong: string[] = [];
    for (const file of found) {
      for (const kind of drawnDamages(file)) {
        const problem = await wrongAfter(file, kind, expected);
        if (problem !== null) wrong.push(`${file}, ${kind}: ${problem}`);
      }
    }
    expect(found).not.toEqual([]);
    expect(wrong, isLongRun ? 'every damage' : `TEST_SEED=${seed}`).toEqual([]);
  });
});
