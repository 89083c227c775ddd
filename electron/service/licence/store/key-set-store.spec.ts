import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  signKeySet,
  TEST_NOW,
  testKeySetClaims,
  testVendor,
} from '@electron/service/licence/licence-packages.fixture';
import { KeySetStore } from './key-set-store';

let state: string;
let file: string;
beforeEach(() => {
  state = mkdtempSync(path.join(tmpdir(), 'key-set-'));
  mkdirSync(path.join(state, 'licence'));
  file = path.join(state, 'key-set.json');
});
afterEach(() => rmSync(state, { recursive: true, force: true }));

const open = () => KeySetStore.open(file, testVendor, TEST_NOW);

/** The first set with all its keys revoked, so many versions later. */
const revoked = (later: number) => {
  const claims = testKeySetClaims();
  claims.version += later;
  for (const key of claims.keys) key['revoked'] = true;
  return signKeySet(claims);
};
const bytesOf = (text: string | Uint8Array) =>
  typeof text === 'string' ? new TextEncoder().encode(text) : text;
const hasUsableKey = (store: KeySetStore) => store.current.keys.some((key) => !key.revoked);

it.each([
  ['gone', (place: string) => rmSync(place)],
  ['damaged', (place: string) => writeFileSync(place, 'half a set')],
  [
    'a folder',
    (place: string) => {
      rmSync(place);
      mkdirSync(place);
    },
  ],
  ['put back to an older one', (place: string) => copyFileSync(path.join(state, 'older'), place)],
])('a key set that is %s in one place is whole in the other', async (_, change) => {
  for (const name of ['key-set.json', 'licence/key-set-copy.json']) {
    const store = await open();
    writeFileSync(path.join(state, 'older'), bytesOf(signKeySet(testKeySetClaims())));
    await store.accept(bytesOf(revoked(1)), 0);
    change(path.join(state, name));
    const again = await open();
    expect([again.isBehind, hasUsableKey(again)]).toEqual([false, false]);
    await again.accept(bytesOf(revoked(2)), 0);
    expect((await open()).current.version).toBe(testKeySetClaims().version + 2);
    for (const left of readdirSync(state)) rmSync(path.join(state, left), { recursive: true });
    mkdirSync(path.join(state, 'licence'));
  }
});

it('brings no revoked key back where both are lost, and takes the newest set again (T31)', async () => {
  const newest = bytesOf(revoked(2));
  await (await open()).accept(newest, 0);
  for (const name of ['key-set.json', 'licence/key-set-copy.json']) rmSync(path.join(state, name));
  const store = await open();
  expect([store.isBehind, store.current.keys]).toEqual([true, []]);
  const older = testKeySetClaims();
  older.version += 1;
  expect(await store.accept(bytesOf(signKeySet(older)), 0)).not.toBe('ok');
  expect(store.isBehind).toBe(true);
  expect(await store.accept(newest, 0)).toBe('ok');
  expect([store.isBehind, (await open()).isBehind]).toEqual([false, false]);
});

it('takes no damaged number for a newer set, which would leave it without keys for ever', async () => {
  await (await open()).accept(bytesOf(revoked(2)), 0);
  const number = path.join(state, 'licence/key-set-version.json');
  const version = testKeySetClaims().version + 2;
  writeFileSync(number, readFileSync(number, 'utf8').replace(`${version}`, `${version}0`));
  const store = await open();
  expect([store.isBehind, store.current.version]).toEqual([false, version]);
  expect(readdirSync(path.dirname(number)).some((name) => name.startsWith('key-set-version.json.'))).toBe(
    true,
  );
});
