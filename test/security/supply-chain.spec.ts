import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appRuntime } from '../support/runtime';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const inRepository = (name: string) => readFileSync(path.join(REPOSITORY, name), 'utf8');

const Specifications = z.record(z.string(), z.string()).default({});
const Manifest = z.object({
  released: z.string(),
  dependencies: Specifications,
  devDependencies: Specifications,
  optionalDependencies: Specifications,
  scripts: Specifications,
});
const LockedPackage = z.object({
  version: z.string(),
  resolved: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  dependencies: Specifications,
  optionalDependencies: Specifications,
});
const Lock = z.object({ packages: z.record(z.string(), z.unknown()) });

const manifest = Manifest.parse(JSON.parse(inRepository('package.json')));
const locked = Object.entries(Lock.parse(JSON.parse(inRepository('package-lock.json'))).packages)
  .filter(([name]) => name !== '')
  .map(([name, entry]) => ({ name, ...LockedPackage.parse(entry) }));

describe('what is installed (T09)', () => {
  it('is pinned to its very bytes, each package', () => {
    const withoutHash = locked.filter(({ integrity }) => !/^sha512-[\w+/]{86}==$/.test(integrity ?? ''));
    expect(withoutHash.map(({ name }) => name)).toEqual([]);
  });

  it('comes from the registry alone', () => {
    const elsewhere = locked.filter(
      ({ resolved, link }) =>
        link === true ||
        (resolved !== undefined && new URL(resolved).origin !== 'https://registry.npmjs.org'),
    );
    expect(elsewhere.map(({ name }) => name)).toEqual([]);
    const specifications = locked.flatMap(({ dependencies, optionalDependencies }) =>
      Object.values({ ...dependencies, ...optionalDependencies }),
    );
    // A range, a tag, or another name in the registry; an address or a folder has a colon or begins with a dot or a slash.
    const addresses = specifications.filter((text) => /:|^[./~]+\/|^[\w-]+\/[\w-]+/.test(text));
    expect(addresses.filter((text) => !/^npm:(@[\w-]+\/)?[\w.-]+@[\w.^~<>=| -]+$/.test(text))).toEqual([]);
  });

  it('is named with one version where we name it', () => {
    const ours = { ...manifest.dependencies, ...manifest.devDependencies, ...manifest.optionalDependencies };
    for (const [name, version] of Object.entries(ours))
      expect([name, version]).toEqual([name, expect.stringMatching(/^\d+\.\d+\.\d+$/)]);
  });

  it('runs no script of its own, neither by hand nor in the set-up', () => {
    expect(inRepository('.npmrc').split('\n')).toContain('ignore-scripts=true');
    const setUp = inRepository('build/setup/dependencies.mjs');
    expect(setUp).toMatch(/npm\(\[\s*'ci',[^\]]*'--ignore-scripts'/);
    const hooks = Object.keys(manifest.scripts).filter((name) => /^(pre|post)?(install|prepare)$/.test(name));
    expect(hooks).toEqual([]);
  });
});

describe('what ships (T09)', () => {
  const Part = z.object({ name: z.string(), version: z.string() });
  const Bill = z.object({
    components: z.array(Part.extend({ group: z.string().optional(), purl: z.string() })),
  });
  let folder: string;
  let bill: string[];
  let runtime: string;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'bill-'));
    // Asking for the runtime bundles the program, and the bundles list their parts.
    const program = await appRuntime();
    runtime = program.version;
    const module = pathToFileURL(path.join(REPOSITORY, 'build/packaging/bill-of-materials.mjs')).href;
    const { writeBillOfMaterials } = (await import(module)) as {
      writeBillOfMaterials: (product: unknown, runtime: unknown, folder: string) => Promise<string>;
    };
    const file = await writeBillOfMaterials({ version: '1.0.0', epoch: 0 }, program, folder);
    const { components } = Bill.parse(JSON.parse(readFileSync(file, 'utf8')));
    bill = components.map(({ group, name, version }) => `${group ? `${group}/` : ''}${name}@${version}`);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is listed, every part of it and nothing else', () => {
    const parts = ['main', 'preload', 'renderer'].flatMap((name) =>
      z.array(Part).parse(JSON.parse(inRepository(`out/${name}/parts.json`))),
    );
    const shipped = new Set(parts.map(({ name, version }) => `${name}@${version}`));
    const isOfRuntime = (name: string) => /^(?:chromium|node)@\d+(?:\.\d+)+$/.test(name);
    expect(bill.filter(isOfRuntime)).toHaveLength(2);
    const others = bill.filter((name) => !isOfRuntime(name));
    expect(others.sort()).toEqual([...shipped, `electron@${runtime}`].sort());
    const declared = Object.entries(manifest.dependencies).map(([name, version]) => `${name}@${version}`);
    expect(bill).toEqual(expect.arrayContaining(declared));
  });

  it('is at most twenty packages that we chose, each with its reason', () => {
    const names = Object.keys(manifest.dependencies);
    expect(names.length).toBeLessThanOrEqual(20);
    const rows = inRepository('README.md')
      .replace(/^[\s\S]*?\n## Dependencies, each with its reason\n/, '')
      .replace(/\n## [\s\S]*$/, '')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim()));
    const explained = rows.flatMap(([, packages = '', reason = '']) =>
      reason === '' ? [] : [...packages.matchAll(/`([^`]+)`/g)].map(([, name]) => name),
    );
    expect(explained.sort()).toEqual([...names].sort());
  });

  it('stands on one of the three majors of Electron that get mended', () => {
    const declared = Number(/^\d+/.exec(manifest.devDependencies['electron'] ?? '')?.[0]);
    // A major follows the last one after eight weeks; 45 is the one that this is counted from.
    const [major, day, weeks] = [45, '2026-10-21', 8];
    const since = Date.parse(manifest.released) - Date.parse(day);
    const newest = major + Math.floor(since / (weeks * 7 * 86_400_000));
    expect(declared).toBeGreaterThanOrEqual(newest - 2);
  });
});
