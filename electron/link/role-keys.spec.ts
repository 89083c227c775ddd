import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createLocalEndpoint, type LocalEndpoint } from '@electron/platform/local-endpoint';
import { ROLES } from './role';
import { ensureRoleKeys, readRoleKey } from './role-keys';

let runFolder: string;
beforeEach(() => {
  runFolder = mkdtempSync(path.join(tmpdir(), 'role-keys-'));
});
afterEach(() => rmSync(runFolder, { recursive: true, force: true }));

const asText = (keys: Record<string, Buffer>) =>
  Object.fromEntries(Object.entries(keys).map(([role, key]) => [role, key.toString('hex')]));

it('are one for each role, and stay what they are', async () => {
  const first = asText(await ensureRoleKeys(runFolder));
  expect(new Set(Object.values(first)).size).toBe(ROLES.length);
  expect(asText(await ensureRoleKeys(runFolder))).toEqual(first);
});

it('are made once by services that start at once', async () => {
  const endpoint = createLocalEndpoint();
  const written: string[] = [];
  const counted: LocalEndpoint = {
    ...endpoint,
    // As between processes: all have looked before one writes.
    writeKey: async (file, key) => {
      await setImmediate();
      written.push(file.name);
      await endpoint.writeKey(file, key);
    },
  };
  const starts = await Promise.all(Array.from({ length: 8 }, () => ensureRoleKeys(runFolder, counted)));
  expect(written.toSorted()).toEqual([...ROLES].toSorted());
  const [first = {}] = starts.map(asText);
  expect(starts.map(asText)).toEqual(starts.map(() => first));
  for (const role of ROLES) expect(readRoleKey(runFolder, role).toString('hex')).toBe(first[role]);
  expect(readdirSync(runFolder).filter((name) => name.endsWith('.lock'))).toEqual([]);
});

it('take the place of what is no key, which is kept aside', async () => {
  await ensureRoleKeys(runFolder);
  const file = path.join(runFolder, 'operator.key');
  writeFileSync(file, 'half a key');
  const onDamaged = vi.fn();
  const keys = await ensureRoleKeys(runFolder, undefined, onDamaged);
  expect(readRoleKey(runFolder, 'operator')).toEqual(keys.operator);
  expect(onDamaged).toHaveBeenCalledExactlyOnceWith(file, expect.stringMatching(/\.broken-\d+$/));
});
