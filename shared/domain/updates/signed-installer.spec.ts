import { expect, it } from 'vitest';
import { releaseOfInstaller } from './signed-installer';

const SHA256 = 'a'.repeat(64);
const release = {
  ...{ releaseId: 'r-2', version: '2.0.0', releasedOn: '2026-05-01', backdatedTo: null },
  ...{ severity: 'normal' as const, platform: 'linux-x64' as const, fileName: 'remote-service.deb' },
  ...{ size: 10, sha256: SHA256, notes: {} },
};
const file = { sha256: SHA256, size: 10, extension: '.deb' };
const here = { platform: 'linux-x64', runningVersion: '1.0.0-test-runtime' };
const of = (change: object = {}, inFile: object = {}, facts: object = {}) =>
  releaseOfInstaller(
    { releases: [{ ...release, ...change }] },
    { ...file, ...inFile },
    { ...here, ...facts },
  );

it('is the signed release that the file is, byte for byte', () => {
  expect(of()).toEqual({ ok: true, release });
});

it.each([
  ['another sum', {}, { sha256: 'b'.repeat(64) }, {}],
  ['another size', {}, { size: 11 }, {}],
  ['another kind of package', {}, { extension: '.rpm' }, {}],
  ['another platform', { platform: 'win32-x64' }, {}, {}],
])('is none with %s', (_, change, inFile, facts) => {
  expect(of(change, inFile, facts)).toEqual({ ok: false, code: 'update-hash-mismatch' });
});

it.each(['2.0.0', '2.0.1', '3.0.0'])('is not installed over %s', (runningVersion) => {
  expect(of({}, {}, { runningVersion })).toEqual({ ok: false, code: 'update-none' });
});

it('is not installed with a version that nobody can compare', () => {
  expect(of({ version: 'newest' })).toEqual({ ok: false, code: 'update-none' });
});
