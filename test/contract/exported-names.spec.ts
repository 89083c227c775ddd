import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:class|const|enum|function|interface|let|type) (\w+)/gm;

const sourcesIn = (room: string) =>
  readdirSync(path.join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.(spec|fixture)\.ts$/.test(name))
    .map((name) => path.join(room, name));

it('one exported name means one thing in electron and shared', () => {
  const places = new Map<string, Set<string>>();
  for (const file of ['electron', 'shared'].flatMap(sourcesIn)) {
    // A schema and its type have one name, in one file.
    for (const [, name = ''] of readFileSync(path.join(ROOT, file), 'utf8').matchAll(EXPORT))
      places.set(name, (places.get(name) ?? new Set()).add(file));
  }
  expect(places.size).toBeGreaterThan(500);
  const shared = [...places].filter(([, files]) => files.size > 1);
  expect(shared.map(([name, files]) => `${name}: ${[...files].join(', ')}`)).toEqual([]);
});
