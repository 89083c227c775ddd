import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeLinuxPackages, type LinuxPackages } from '../support/packages/packages';
import { readArchive } from '../support/packages/read-archive';

const REPOSITORY = path.resolve(import.meta.dirname, '../..');
const MEGABYTE = 1024 * 1024;

let packages: LinuxPackages;
let archive: string;
beforeAll(async () => {
  packages = await makeLinuxPackages();
  archive = path.join(packages.unpacked, 'resources/app.asar');
}, 900_000);

/** The bundler names the pieces of the bundle after their content; of those only the kinds stay. */
const plainNames = (names: readonly string[]) =>
  [...new Set(names.map((name) => name.replace(/\/(chunks|assets)\/.*(?=\.\w+$)/, '/$1/*')))].sort();

const filesBelow = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

const hashOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** The fuses in the order of the wire, which follows the sentinel: version, number of fuses, one digit each. */
const FUSES = [
  'run as Node',
  'cookie encryption',
  'NODE_OPTIONS',
  'inspect switches',
  'archive integrity',
  'only from the archive',
  'own V8 snapshot',
  'privileges of file:',
];

const fusesOf = (executable: string) => {
  const bytes = readFileSync(executable);
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX');
  const wire = bytes.subarray(bytes.indexOf(sentinel) + sentinel.length);
  return FUSES.map((name, index) => [name, wire[2 + index] === 0x31 ? 'on' : 'off']);
};

describe('the packaged program', () => {
  it('has the fuses that a release has (T06)', () => {
    expect(fusesOf(path.join(packages.unpacked, 'remote-service'))).toEqual([
      ['run as Node', 'off'],
      ['cookie encryption', 'on'],
      ['NODE_OPTIONS', 'off'],
      ['inspect switches', 'off'],
      ['archive integrity', 'on'],
      ['only from the archive', 'on'],
      ['own V8 snapshot', 'off'],
      ['privileges of file:', 'off'],
    ]);
  });

  it('is not to be had as Node', () => {
    const words = ['--no-sandbox', '-e', 'console.log(6 * 7)'];
    const { stdout, status } = spawnSync(path.join(packages.unpacked, 'remote-service'), words, {
      env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
      encoding: 'utf8',
    });
    // As the program it takes the code for a command, and knows none of that name.
    expect(stdout).not.toContain('42');
    expect(status).toBe(2);
  });

  it('holds in its archive what the list says, and nothing else', async () => {
    const names = readArchive(archive).map(({ name }) => name);
    await expect(`${plainNames(names).join('\n')}\n`).toMatchFileSnapshot('golden-archive.txt');
  });

  it('lies beside nothing that could be loaded in its place (T06)', () => {
    const resources = path.join(packages.unpacked, 'resources');
    expect(
      readdirSync(resources)
        .filter((name) => name !== 'apparmor-profile')
        .sort(),
    ).toEqual(['app.asar', 'app.asar.unpacked']);
    expect(filesBelow(path.join(resources, 'app.asar.unpacked'))).toEqual([
      'node_modules/@napi-rs/keyring-linux-x64-gnu/keyring.linux-x64-gnu.node',
    ]);
  });

  it('speaks of this machine nowhere', () => {
    const content = readFileSync(archive, 'latin1');
    expect(content).not.toContain(REPOSITORY);
    expect(content).not.toContain(process.env['HOME'] ?? REPOSITORY);
  });

  it('says what it was made with', () => {
    const { version } = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')) as {
      version: string;
    };
    const description = readArchive(archive)
      .find(({ name }) => name === 'package.json')
      ?.content.toString();
    const inside = JSON.parse(description ?? '') as Record<string, unknown>;
    expect(['', '-test-runtime'].map((mark) => version + mark)).toContain(inside['version']);
    expect(inside).not.toHaveProperty('devDependencies');
    expect(inside).not.toHaveProperty('scripts');
  });

  it('keeps to its size', () => {
    const sizes = filesBelow(packages.unpacked).map(
      (name) => statSync(path.join(packages.unpacked, name)).size,
    );
    const total = sizes.reduce((sum, size) => sum + size, 0);
    // Eight languages and the licence texts of all parts take 2.5 of them.
    expect(statSync(archive).size).toBeLessThan(6.5 * MEGABYTE);
    expect(total).toBeLessThan(260 * MEGABYTE);
    for (const file of [packages.deb, packages.rpm, packages.appImage]) {
      expect(statSync(file).size, file).toBeLessThan(120 * MEGABYTE);
    }
  });

  it('lists its parts', () => {
    const bill = JSON.parse(readFileSync(packages.billOfMaterials, 'utf8')) as {
      bomFormat: string;
      metadata: { component: { 'bom-ref': string } };
      components: { name: string; version: string; 'bom-ref': string }[];
      dependencies: { ref: string; dependsOn: string[] }[];
    };
    const names = bill.components.map(({ name }) => name);
    expect(bill.bomFormat).toBe('CycloneDX');
    expect(names).toEqual(
      expect.arrayContaining(['electron', 'chromium', 'node', 'vue', 'zod', '@napi-rs/keyring']),
    );
    expect(names).not.toContain('vitest');
    expect(bill.components.filter(({ version }) => !/^\d/.test(version))).toEqual([]);
    const there = [bill.metadata.component, ...bill.components].map((part) => part['bom-ref']).sort();
    expect(bill.dependencies.map(({ ref }) => ref).sort()).toEqual(there);
    const dangling = bill.dependencies.flatMap(({ dependsOn }) => dependsOn);
    expect(dangling.filter((reference) => !there.includes(reference))).toEqual([]);
  });

  it('has the text of the licence of each part', () => {
    const texts = readArchive(archive)
      .filter(({ name }) => name.endsWith('/parts.json'))
      .flatMap(({ content }) => JSON.parse(content.toString()) as { name: string; text: string }[]);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.filter(({ text }) => text.length < 200).map(({ name }) => name)).toEqual([]);
    const shown = execFileSync('dpkg-deb', ['--fsys-tarfile', packages.deb], { maxBuffer: 2 ** 30 });
    const words = ['-xO', './usr/share/doc/remote-service/copyright'];
    const copyright = execFileSync('tar', words, { input: shown, encoding: 'utf8' });
    for (const { name } of texts) expect(copyright).toContain(`Files: ${name}/*\n`);
  });
});

describe('packaging again', () => {
  it('gives the same bundle, byte for byte', { timeout: 300_000 }, () => {
    const again = path.join('node_modules/.cache', `bundle-again-${process.pid}`);
    const words = [
      'node_modules/electron-vite/bin/electron-vite.js',
      'build',
      '--config',
      'build/electron.vite.config.ts',
    ];
    const env = { ...process.env, BUNDLE_FOLDER: again };
    const folder = path.join(REPOSITORY, again);
    try {
      execFileSync(process.execPath, words, { cwd: REPOSITORY, env, stdio: 'ignore' });
      const names = filesBelow(folder);
      expect(names).toEqual(
        filesBelow(path.join(REPOSITORY, 'out')).filter((name) => name !== 'sources.sha256'),
      );
      for (const name of names) {
        expect(hashOf(path.join(folder, name)), name).toBe(hashOf(path.join(REPOSITORY, 'out', name)));
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it(
    'gives the same packages, byte for byte, wherever and by whomever they are made',
    { timeout: 600_000 },
    () => {
      const output = path.join(REPOSITORY, 'node_modules/.cache', `packages-again-${process.pid}`);
      const { deb, rpm, appImage, billOfMaterials } = packages;
      try {
        const words = [
          'build/package.mjs',
          '--linux',
          'deb',
          'rpm',
          'AppImage',
          '--output',
          output,
          '--trial',
        ];
        const line = `umask 077; exec "$0" ${words.join(' ')}`;
        // Another umask, zone, language and order of folders than those of the first time.
        const env = { ...process.env, TZ: 'Pacific/Kiritimati', LC_ALL: 'C.UTF-8', LANG: 'de_DE.UTF-8' };
        execFileSync('bash', ['-c', line, process.execPath], { cwd: REPOSITORY, stdio: 'ignore', env });
        const second = path.join(output, 'linux-unpacked/resources/app.asar');
        expect(hashOf(second)).toBe(hashOf(archive));
        for (const file of [deb, rpm, appImage, billOfMaterials]) {
          expect([file, hashOf(path.join(output, path.basename(file)))]).toEqual([file, hashOf(file)]);
        }
      } finally {
        rmSync(output, { recursive: true, force: true });
      }
    },
  );
});

describe('the Debian package', () => {
  it('belongs to root, opens nothing to others, and names what it needs', () => {
    const list = execFileSync('dpkg-deb', ['--contents', packages.deb], { encoding: 'utf8' })
      .trim()
      .split('\n');
    for (const line of list) {
      expect(line).toMatch(/^[-dl][rwx-]{9} root\/root /);
      if (!line.startsWith('l')) expect(line).not.toMatch(/^.(.{4}w|.{7}w)/);
    }
    const control = execFileSync('dpkg-deb', ['--field', packages.deb], { encoding: 'utf8' });
    expect(control).toMatch(/^Version: \d+\.\d+\.\d+(~test~runtime)?$/m);
    expect(control).toMatch(/^Depends: libc6 \(>= 2\.\d+\), .*libgtk-3-0.*systemd.*pkexec.*polkitd/m);
    // Whether the C library that is asked for has all that the programs take from it.
    const programs = filesBelow(packages.unpacked).filter((name) =>
      /(^[\w-]+|\.so(\.\d+)*|\.node)$/.test(name),
    );
    const symbols = programs.map(
      (name) => spawnSync('objdump', ['-T', path.join(packages.unpacked, name)], { encoding: 'utf8' }).stdout,
    );
    const needed = [...symbols.join('').matchAll(/GLIBC_2\.(\d+)/g)].map(([, minor]) => Number(minor));
    const asked = Number(/libc6 \(>= 2\.(\d+)\)/.exec(control)?.[1]);
    expect(Math.max(...needed)).toBeLessThanOrEqual(asked);
  });

  it('has scripts that a shell checker has nothing to say about', () => {
    const scripts = path.join(REPOSITORY, 'build/linux/scripts');
    const others = ['remote-service', 'service-helper', 'software-helper', 'set-up-machine'];
    const files = [
      ...filesBelow(scripts).map((name) => path.join(scripts, name)),
      ...others.map((name) => path.join(REPOSITORY, 'build/linux', name)),
    ];
    expect(execFileSync('shellcheck', ['--shell=sh', ...files], { encoding: 'utf8' })).toBe('');
  });
});
