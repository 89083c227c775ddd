import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@shared/domain/time/clock';
import { LicenceBackups } from '@electron/service/licence/install/licence-backups';
import { openLocally } from '@electron/service/licence/folder/worker/folder-access';
import { openInstallJournal } from '@electron/service/licence/install/install-journal';
import {
  LicenceInstaller,
  type InstallResult,
  type LicenceContent,
} from '@electron/service/licence/install/licence-installer';
import { sha256OfBytes } from '@electron/service/licence/folder/plain-file';

const FILE = 'prismadirect.lic';
const LASTS = 5000;
/** So long at most, until each outcome that a test waits for has been seen. */
const LIMIT = 30_000;
const licenceOf = (users: number): LicenceContent => {
  const bytes = new TextEncoder().encode(`FEATURE a b 1.0 permanent ${users}\n`);
  return { bytes, sha256: sha256OfBytes(bytes), sequence: users };
};

let home: string;
let folder: string;
let victim: string;
let attacker: ChildProcess | null = null;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'races-'));
  folder = path.join(home, 'licences');
  victim = path.join(home, 'victim');
  mkdirSync(folder);
  mkdirSync(victim);
  writeFileSync(path.join(folder, FILE), licenceOf(1).bytes);
  writeFileSync(path.join(victim, FILE), 'canary');
});
afterEach(() => {
  attacker?.kill('SIGKILL');
  attacker = null;
  rmSync(home, { recursive: true, force: true });
});

/** A second process that repeats `body` as fast as it can; every step of it may fail. */
const attack = async (body: string) => {
  const source = `const fs = require('node:fs'); const [folder, victim, file] = process.argv.slice(1);
    const t = (step) => { try { step(); } catch {} };
    process.stdout.write('on'); for (;;) { ${body} }`;
  attacker = spawn(process.execPath, ['-e', source, folder, victim, FILE], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (attacker.stdout !== null) await once(attacker.stdout, 'data');
};

const endAttack = async () => {
  const ending = attacker;
  attacker = null;
  if (ending === null) return;
  const gone = once(ending, 'exit');
  ending.kill('SIGKILL');
  await gone;
};

const installForAWhile = async (
  after: (result: InstallResult, licence: LicenceContent) => void,
  wanted: readonly ('installed' | 'refused')[] = ['refused'],
) => {
  const journal = await openInstallJournal(path.join(home, 'journal.jsonl'), () => Promise.resolve());
  let temporary = 0;
  const installer = new LicenceInstaller({
    journal,
    backups: new LicenceBackups(path.join(home, 'backup'), systemClock),
    clock: systemClock,
    randomHex: (count) => String(++temporary).padStart(count * 2, '0'),
    openFolder: openLocally(),
  });
  const counts = { installed: 0, refused: 0 };
  const start = Date.now();
  const isEnough = () => {
    const lasted = Date.now() - start;
    return lasted > LIMIT || (lasted > LASTS && wanted.every((outcome) => counts[outcome] > 0));
  };
  for (let users = 2; !isEnough(); users += 1) {
    const licence = licenceOf(users);
    const target = { serverId: 'server-1', folder, fileName: FILE };
    const result = await installer.install(target, licence, { overUnknown: true });
    after(result, licence);
    if (result.outcome === 'installed') counts.installed += 1;
    else counts.refused += 1;
  }
  return counts;
};

describe('a second process in the licence folder', () => {
  it('gains nothing by swapping the folder for a link', async () => {
    // Now and then a pause in which an installation has the time to succeed, on a slow disk too.
    await attack(`t(() => fs.renameSync(folder, folder + '.real')); t(() => fs.symlinkSync(victim, folder));
      t(() => fs.unlinkSync(folder)); t(() => fs.renameSync(folder + '.real', folder));
      const until = performance.now() + (Math.random() < 0.2 ? 50 : 0.02); while (performance.now() < until);`);
    const counts = await installForAWhile(() => {
      expect(readFileSync(path.join(victim, FILE), 'utf8')).toBe('canary');
      expect(readdirSync(victim)).toEqual([FILE]);
    }, ['installed', 'refused']);
    expect(counts.refused).toBeGreaterThan(0);
    expect(counts.installed).toBeGreaterThan(0);
  });

  it(
    'gains nothing by swapping the unfinished file, for other bytes or a link',
    { timeout: 60_000 },
    async () => {
      await attack(`t(() => { for (const name of fs.readdirSync(folder)) { if (!name.startsWith('.pr')) continue;
        const at = folder + '/' + name;
        if (Math.random() < 0.5) { fs.writeFileSync(at + '.evil', 'evil'); fs.renameSync(at + '.evil', at); }
        else { fs.unlinkSync(at); fs.symlinkSync(victim + '/' + file, at); } } });
      for (let i = 0; i < 200000; i += 1);`);
      const counts = await installForAWhile((result, licence) => {
        expect(readFileSync(path.join(victim, FILE), 'utf8')).toBe('canary');
        if (result.outcome !== 'installed') return;
        expect(sha256OfBytes(readFileSync(path.join(folder, FILE)))).toBe(licence.sha256);
      });
      expect(counts.refused).toBeGreaterThan(0);
    },
  );

  it('gains nothing by putting a link in the place of the file', async () => {
    await attack(`t(() => fs.unlinkSync(folder + '/' + file)); t(() => fs.symlinkSync(victim + '/' + file, folder + '/' + file));
      t(() => fs.unlinkSync(folder + '/' + file)); for (let i = 0; i < 100000; i += 1);`);
    const counts = await installForAWhile(() => {
      expect(readFileSync(path.join(victim, FILE), 'utf8')).toBe('canary');
    });
    await endAttack();
    expect(counts.refused).toBeGreaterThan(0);
    expect(lstatSync(path.join(victim, FILE)).isFile()).toBe(true);
  });
});
