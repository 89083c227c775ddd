import { expect, it } from 'vitest';
import { LicenceClaims } from '@shared/domain/licence/format/licence-claims';
import { fitsServer } from './fits-server';
import { licenceClaims, sha256Of } from '@electron/service/licence/licence-packages.fixture';
import type { CurrentLicence } from '@electron/service/licence/store/licence-store';

const held = (hostIds: string[], serverLines: string): CurrentLicence => {
  const content = `${serverLines}\n`;
  const claims = LicenceClaims.parse(licenceClaims(3, { hostIds, file: { name: 'x.lic', content } }));
  const bytes = new TextEncoder().encode(content);
  return { claims, file: { bytes, sha256: sha256Of(content), sequence: 3 } };
};

it.each([
  ['no host id is set', ['ANY'], 'SERVER a AAAA', '', true],
  ['the file is for this host', ['ANY'], 'SERVER a bbbb', 'BBBB', true],
  ['the file is for another host', ['ANY'], 'SERVER a AAAA', 'BBBB', false],
  ['one of three servers is this host', ['ANY'], 'SERVER a AAAA\nSERVER b BBBB\nSERVER c CCCC', 'BBBB', true],
  ['one of several ids of a server is this host', ['ANY'], 'SERVER a "AAAA BBBB"', 'BBBB', true],
  ['the file is for any host', ['ANY'], 'SERVER this_host ANY', 'BBBB', true],
  ['the file names no server', ['ANY'], '# none', 'BBBB', true],
  ['the package names this host itself', ['AAAA', 'BBBB'], 'SERVER a AAAA', 'BBBB', true],
  ['the package is for another host', ['AAAA'], 'SERVER a BBBB', 'BBBB', false],
])('where %s', (_name, hostIds, lines, hostId, fits) => {
  const server = { hostId: hostId === '' ? null : hostId, settings: { hostId } };
  expect(fitsServer(held(hostIds, lines), server)).toBe(fits);
});
