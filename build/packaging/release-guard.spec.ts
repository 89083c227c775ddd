import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const moduleOf = (name: string) => new URL(name, import.meta.url).href;
const demo = JSON.parse(readFileSync(path.join(root, 'build/vendor.json'), 'utf8')) as Vendor;

interface Vendor {
  backOffice: string;
  helpDesk: { phone: string; website: string };
  roots: Record<string, string>[];
  keySet: { payload: string };
}
type SigningKeyEntry = Record<string, unknown> & { jwk: unknown; roles: string[] };

const freshKey = () => generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
const keySetOf = (keys: object[]) => ({
  payload: Buffer.from(JSON.stringify({ keys })).toString('base64url'),
});

/** A vendor of its own: keys that nobody else has, and addresses that exist. */
const fitVendor = (changes: Partial<Vendor> = {}): Vendor => ({
  ...{ backOffice: 'https://office.print-service.eu/api/v1' },
  helpDesk: { phone: '+49 30 123456', website: 'https://help.print-service.eu' },
  roots: [freshKey(), freshKey()] as Record<string, string>[],
  keySet: keySetOf([{ jwk: freshKey(), roles: ['licence'] }]),
  ...changes,
});

const SIGNED = { PACKAGE_SIGNING_KEY: 'print-service', CSC_LINK: 'file:certificate.pfx' };
let home: string;
beforeAll(() => (home = mkdtempSync(path.join(tmpdir(), 'release-'))));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const problemsOf = (vendor: Vendor, environment: object = SIGNED, platforms = ['linux', 'windows']) => {
  const source = `const { publishedKeys, releaseProblems } = await import(${JSON.stringify(moduleOf('./release-problems.mjs'))});
    const given = JSON.parse(await new Response(process.stdin).text());
    process.stdout.write(JSON.stringify(releaseProblems({ ...given, published: publishedKeys() })));`;
  const input = JSON.stringify({ vendor, environment, platforms });
  const words = ['--input-type=module', '-e', source];
  return JSON.parse(execFileSync(process.execPath, words, { input, encoding: 'utf8' })) as string[];
};

describe('a release', () => {
  it('of a vendor with keys, addresses and signatures of its own is made', () => {
    expect(problemsOf(fitVendor())).toEqual([]);
  });

  it('is refused with the keys of the test vectors, each by its name', () => {
    const problems = problemsOf({ ...fitVendor(), roots: demo.roots, keySet: demo.keySet });
    const { keys } = JSON.parse(Buffer.from(demo.keySet.payload, 'base64url').toString()) as {
      keys: SigningKeyEntry[];
    };
    expect(problems).toHaveLength(demo.roots.length + keys.length);
    expect(problems[0]).toBe(
      `The private half of the root key ${demo.roots[0]?.['kid']} of build/vendor.json is published. ` +
        'Anybody could sign with it: use keys of your own.',
    );
  });

  const published = JSON.parse(
    readFileSync(path.join(root, 'test/vectors/test-private-keys.json'), 'utf8'),
  ) as Record<string, { kty: string; crv: string; x: string }>;

  it.each(Object.entries(published))(
    'is refused with %s alone, without its name',
    (_name, { kty, crv, x }) => {
      const asRoot = fitVendor({ roots: [freshKey() as Record<string, string>, { kty, crv, x }] });
      expect(problemsOf(asRoot)).toEqual([expect.stringMatching(/root key .* is published/)]);
      const inKeySet = fitVendor({ keySet: keySetOf([{ jwk: { kty, crv, x }, roles: ['index'] }]) });
      expect(problemsOf(inKeySet)).toEqual([expect.stringMatching(/index key .* is published/)]);
    },
  );

  it.each([
    ['https://localhost/api/v1', 'only an example: localhost'],
    ['https://back.office.localhost:8443', 'only an example'],
    ['https://127.0.0.1/api', 'only an example: 127.0.0.1'],
    ['https://127.1/api', 'only an example'],
    ['https://[::1]/api', 'only an example'],
    ['https://0x7f000001/', 'only an example'],
    ['https://example.com/api', 'only an example'],
    ['https://office.EXAMPLE.org./api', 'only an example'],
    ['https://office.example/api', 'only an example'],
    ['https://office.test/api', 'only an example'],
    ['https://office.invalid/api', 'only an example'],
    ['http://office.print-service.eu/', 'not https'],
    ['office', 'not https'],
  ])('is refused with the address %s', (backOffice, words) => {
    expect(problemsOf(fitVendor({ backOffice }))).toEqual([
      expect.stringContaining(`The address of the back office in build/vendor.json is ${words}`),
    ]);
    const helpDesk = { phone: '+49 30 123456', website: backOffice };
    expect(problemsOf(fitVendor({ helpDesk }))).toEqual([expect.stringContaining('of the help desk')]);
  });

  it('may have an address that only looks like one', () => {
    for (const host of ['contest.eu', 'example.com.eu', 'my-localhost.eu', '128.0.0.1']) {
      expect(problemsOf(fitVendor({ backOffice: `https://${host}/api` }))).toEqual([]);
    }
  });

  it('is refused unsigned, for the platform that is made', () => {
    const linux = 'The Linux packages would not be signed.';
    const windows = 'The Windows installer would not be signed.';
    expect(problemsOf(fitVendor(), {})).toEqual([
      expect.stringContaining(linux),
      expect.stringContaining(windows),
    ]);
    expect(problemsOf(fitVendor(), {}, ['linux'])).toEqual([expect.stringContaining(linux)]);
    expect(problemsOf(fitVendor(), { ...SIGNED, PACKAGE_SIGNING_KEY: '' })).toHaveLength(1);
  });
});

it('stops the packager before it makes anything, with the official runtime and the profile that lies here (T58)', () => {
  const runtime = path.join(home, 'electron');
  mkdirSync(runtime);
  writeFileSync(path.join(runtime, 'electron'), '');
  writeFileSync(path.join(runtime, 'version'), '99.0.0');
  const output = path.join(home, 'dist');
  const source = `const { makePackages } = await import(${JSON.stringify(moduleOf('./make-packages.mjs'))});
    const { runScript } = await import(${JSON.stringify(moduleOf('../setup/report.mjs'))});
    await runScript(() => makePackages(${JSON.stringify({ linux: ['deb'], windows: false, output, reuse: false, trial: false })}));`;
  const { status, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', source], {
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: runtime, PACKAGE_SIGNING_KEY: '' },
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toContain('The private half of the root key');
  expect(stderr).toContain(
    'The address of the back office in build/vendor.json is only an example: localhost.',
  );
  expect(stderr).toContain('The Linux packages would not be signed.');
  expect(stderr).toContain('No package was made.');
});

it('signs what it makes with the key of the vendor', { timeout: 60_000 }, () => {
  const keys = path.join(home, 'gpg');
  mkdirSync(keys, { mode: 0o700 });
  const environment = { ...process.env, GNUPGHOME: keys };
  const gpg = (...words: string[]) =>
    execFileSync('gpg', ['--batch', ...words], { env: environment, stdio: 'pipe' });
  gpg('--passphrase', '', '--quick-generate-key', 'print-service', 'ed25519', 'sign', 'never');
  writeFileSync(path.join(home, 'program.deb'), 'a package');
  const source = `const { signPackages } = await import(${JSON.stringify(moduleOf('./sign-packages.mjs'))});
    await signPackages(${JSON.stringify(home)}, ['program.deb', 'linux-unpacked'], 'print-service');`;
  execFileSync(process.execPath, ['--input-type=module', '-e', source], { env: environment, stdio: 'pipe' });
  gpg('--verify', path.join(home, 'program.deb.sig'), path.join(home, 'program.deb'));
  writeFileSync(path.join(home, 'program.deb'), 'another package');
  expect(() => gpg('--verify', path.join(home, 'program.deb.sig'), path.join(home, 'program.deb'))).toThrow();
  const strange = source.replace('print-service', 'nobody');
  const words = ['--input-type=module', '-e', strange];
  expect(() => execFileSync(process.execPath, words, { env: environment, stdio: 'pipe' })).toThrow(
    'program.deb could not be signed with the gpg key nobody.',
  );
  execFileSync('gpgconf', ['--kill', 'gpg-agent'], { env: environment });
});
