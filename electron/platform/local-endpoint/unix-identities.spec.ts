import {
  chownSync,
  linkSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openIdentities, showIdentity, takeIdentity } from './unix-identities';

const NAME = 'n'.repeat(43);
const own = process.geteuid?.() ?? -1;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'identities-'));
  openIdentities(folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const place = (name = NAME) => path.join(folder, 'identities', name);

it('is open to be written in for the group, to be listed for nobody else', () => {
  expect((lstatSync(path.join(folder, 'identities')).mode & 0o7777).toString(8)).toBe('1730');
});

it('tells whose account has shown itself, once', () => {
  const hide = showIdentity(folder, NAME);
  expect(takeIdentity(folder, NAME)).toBe(own);
  expect(takeIdentity(folder, NAME)).toBeNull();
  hide();
  expect(readdirSync(path.join(folder, 'identities'))).toEqual([]);
});

it('tells the account that owns the file, not the one that asks', () => {
  showIdentity(folder, NAME);
  // Only root can give a file away.
  if (own === 0) chownSync(place(), 65_534, 65_534);
  expect(takeIdentity(folder, NAME)).toBe(own === 0 ? 65_534 : own);
});

it('believes no file that somebody else could have brought here', () => {
  const theirs = path.join(folder, 'theirs');
  writeFileSync(theirs, '');
  linkSync(theirs, place());
  expect(takeIdentity(folder, NAME)).toBeNull();
  symlinkSync(theirs, place());
  expect(takeIdentity(folder, NAME)).toBeNull();
  writeFileSync(place(), 'text');
  expect(takeIdentity(folder, NAME)).toBeNull();
});

it('looks nowhere else', () => {
  writeFileSync(path.join(folder, 'x'), '');
  for (const name of ['../x', '.', '', 'x'.repeat(44)]) expect(takeIdentity(folder, name)).toBeNull();
  expect(readdirSync(folder)).toContain('x');
});

it('keeps what is in use when it is opened again, and removes what was left behind', () => {
  showIdentity(folder, NAME);
  const old = 'o'.repeat(43);
  writeFileSync(place(old), '');
  utimesSync(place(old), 0, 0);
  openIdentities(folder);
  expect(readdirSync(path.join(folder, 'identities'))).toEqual([NAME]);
});

it('takes no folder that somebody else has made in its place', () => {
  rmSync(path.join(folder, 'identities'), { recursive: true });
  symlinkSync('/tmp', path.join(folder, 'identities'));
  openIdentities(folder);
  expect(lstatSync(path.join(folder, 'identities')).isDirectory()).toBe(true);
});

it('shows nobody where it cannot', () => {
  showIdentity(folder, NAME);
  showIdentity(folder, NAME)();
  rmSync(path.join(folder, 'identities'), { recursive: true });
  expect(() => showIdentity(folder, NAME)()).not.toThrow();
});
