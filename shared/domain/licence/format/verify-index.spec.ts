import { describe, expect, it } from 'vitest';
import { cases, keySetInForce, readVector, signCompact } from './vectors.fixture';
import { matchesIndex, verifyLicenceIndex, verifyReleaseIndex } from './verify-index';

const nonce = 'AAECAwQFBgcICQoLDA0ODw';
const timeFloor = Date.parse('2026-11-02T01:00:00Z');
const context = { keySet: keySetInForce, nonce, serialNumber: 'PD-0042-7781', timeFloor };
const times = { issuedAt: '2026-11-02T00:00:00Z', freshUntil: '2026-11-03T00:00:00Z' };

describe('verifyLicenceIndex', () => {
  it('knows all 4 vectors', () => {
    expect(cases.licenceIndexes).toHaveLength(4);
  });

  it.each(cases.licenceIndexes)('vector $name', async ({ file, expect: expected, context: given }) => {
    const { outcome } = await verifyLicenceIndex(readVector(file), {
      keySet: keySetInForce,
      nonce: given.nonce ?? '',
      serialNumber: given.serialNumber ?? null,
      timeFloor: Date.parse(given.now ?? ''),
    });
    expect(outcome === 'ok' ? 'ok' : 'refused').toBe(expected);
  });

  it.each([
    ['index-other-nonce', 'nonce'],
    ['index-stale', 'stale'],
    ['index-licence-key', 'key-role'],
  ])('names why %s is refused', async (name, code) => {
    expect(await verifyLicenceIndex(readVector(`${name}.jws`), context)).toEqual({ outcome: code });
  });

  it('refuses the index of another serial number, takes any while none is known', async () => {
    const bytes = readVector('index-valid.jws');
    expect(await verifyLicenceIndex(bytes, { ...context, serialNumber: 'other' })).toEqual({
      outcome: 'wrong-serial-number',
    });
    expect(await verifyLicenceIndex(bytes, { ...context, serialNumber: null })).toMatchObject({
      outcome: 'ok',
    });
  });

  it('is stale from the very moment it names, and takes an index of after the floor', async () => {
    const bytes = readVector('index-valid.jws');
    const at = (time: string) => verifyLicenceIndex(bytes, { ...context, timeFloor: Date.parse(time) });
    expect(await at('2026-11-03T00:00:00Z')).toEqual({ outcome: 'stale' });
    expect(await at('2026-11-02T23:59:59Z')).toMatchObject({ outcome: 'ok' });
    expect(await at('2026-02-01T00:00:00Z')).toMatchObject({ outcome: 'ok' });
  });

  it('matches the downloaded package by size and hash', async () => {
    const verdict = await verifyLicenceIndex(readVector('index-valid.jws'), context);
    if (verdict.outcome !== 'ok') throw new Error(verdict.outcome);
    expect(await matchesIndex(readVector('valid.jws'), verdict.claims)).toBe(true);
    expect(await matchesIndex(readVector('conflicting.jws'), verdict.claims)).toBe(false);
    expect(await matchesIndex(readVector('trailing-newline-allowed.jws'), verdict.claims)).toBe(false);
  });
});

describe('verifyReleaseIndex', () => {
  const release = {
    releaseId: 'r-1',
    version: '2.1.0',
    releasedOn: '2026-10-20',
    backdatedTo: null,
    severity: 'security',
    platform: 'linux-x64',
    fileName: 'remote-service.deb',
    size: 100_000_000,
    sha256: 'A'.repeat(64),
    notes: { en: 'Fixes', 'pt-BR': 'Correções' },
  };
  const index = { formatVersion: 1, nonce, ...times, releases: [release] };
  const open = async (payload: unknown) =>
    verifyReleaseIndex(await signCompact(payload, 'release-index+jws', 'release-1'), context);

  it('gives the releases', async () => {
    expect(await open(index)).toMatchObject({
      outcome: 'ok',
      claims: { releases: [{ version: '2.1.0', sha256: 'a'.repeat(64) }] },
    });
  });

  it.each([
    ['nonce', { ...index, nonce: 'BBECAwQFBgcICQoLDA0ODw' }],
    ['stale', { ...index, freshUntil: '2026-11-02T01:00:00Z' }],
    ['schema', { ...index, releases: [{ ...release, platform: 'amiga' }] }],
    ['schema', { ...index, releases: [{ ...release, notes: JSON.parse('{"__proto__":"x"}') as unknown }] }],
  ])('refuses it as %s', async (code, payload) => {
    expect(await open(payload)).toEqual({ outcome: code });
  });

  it('refuses a licence index in its place', async () => {
    expect(await verifyReleaseIndex(readVector('index-valid.jws'), context)).toEqual({
      outcome: 'wrong-type',
    });
  });
});
