import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSettingsStorage } from '@electron/platform/settings-storage';
import { asAccount } from '../support/damaged-files/as-account';
import { startLinkAttacker } from '../support/link-attacker';

const ROOT = 0;
const OPERATORS = 65_500;
const ATTACKER = 65_534;
const SERVICE = 65_533;
const OTHER_OPERATOR = 65_532;
const ROUNDS = 200;
const WRITES = 5;
const NAME = 'settings.json';

/** Whose the folder is and who may change it, from how it is installed to how careless it could be. */
const FOLDERS = [
  { owner: SERVICE, mode: 0o750 },
  { owner: SERVICE, mode: 0o770 },
  { owner: SERVICE, mode: 0o1770 },
  { owner: ROOT, mode: 0o770 },
  { owner: ATTACKER, mode: 0o750 },
] as const;

const isRoot = process.getuid?.() === 0;
let base: string;
let homes: string;
let victims: string[] = [];

const put = (name: string, owner: number) => {
  const folder = path.join(base, name);
  mkdirSync(folder, { mode: 0o755 });
  const victim = path.join(folder, '.bashrc');
  writeFileSync(victim, `of ${name}`, { mode: 0o644 });
  for (const place of [victim, folder]) chownSync(place, owner, owner);
  return victim;
};

beforeEach(() => {
  base = mkdtempSync(path.join(tmpdir(), 'link-race-'));
  chmodSync(base, 0o755);
  homes = path.join(base, 'homes');
  mkdirSync(homes);
  chmodSync(homes, 0o755);
  victims = [put('of-root', ROOT), put('of-service', SERVICE), put('of-another', OTHER_OPERATOR)];
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

/** All that must stay as it is: each file with its owner, mode and content, and that there are no others. */
const outside = () =>
  victims.map((victim) => {
    const { ino, uid, gid, mode } = lstatSync(victim);
    const [text, names] = [readFileSync(victim, 'utf8'), readdirSync(path.dirname(victim))];
    return { ino, uid, gid, mode, text, names };
  });

/** Of each round its own: nothing is taken away while the attacker runs, for that could be led elsewhere as well. */
const makeFolder = (round: number, { owner, mode }: (typeof FOLDERS)[number]) => {
  const made = path.join(base, `made-${round}`);
  const folder = path.join(made, 'settings');
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, mode);
  chownSync(folder, owner, OPERATORS);
  // The attacker may even exchange the folder as a whole.
  chmodSync(made, 0o777);
  renameSync(made, path.join(homes, String(round).padStart(4, '0')));
  return path.join(homes, String(round).padStart(4, '0'), 'settings', NAME);
};

describe.runIf(isRoot && process.platform === 'linux')(
  'an operator who races the writer of the settings with links',
  () => {
    it(`changes no file outside the folder in ${ROUNDS} rounds (T47)`, { timeout: 300_000 }, async () => {
      const before = outside();
      const storage = createSettingsStorage();
      const attacker = await startLinkAttacker(
        { account: ATTACKER, group: OPERATORS },
        { homes, name: NAME },
        victims,
      );
      let [written, refused] = [0, 0];
      try {
        for (let round = 0; round < ROUNDS; round += 1) {
          const folder = FOLDERS[round % FOLDERS.length];
          if (folder === undefined) throw new Error('no folder');
          const file = makeFolder(round, folder);
          for (const writer of [ROOT, SERVICE]) {
            for (let turn = 0; turn < WRITES; turn += 1) {
              const write = () => storage.write(file, { round, writer, text: 'OVERWRITTEN' });
              const saving = writer === ROOT ? write() : asAccount(writer, write);
              await saving.then(
                () => (written += 1),
                () => (refused += 1),
              );
            }
          }
          expect(outside(), `round ${round}`).toEqual(before);
        }
      } finally {
        attacker.kill('SIGKILL');
        await once(attacker, 'exit');
      }
      expect([written, refused]).not.toContain(0);
    });
  },
);
