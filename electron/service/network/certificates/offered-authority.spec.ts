import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTHORITY, certificateMaker, SERVER } from './certificate.fixture';
import { authorityToOffer } from './offered-authority';

// Certificates made by the first hook begin to be valid a little later than this file is loaded.
const NOW = Date.now() + 60_000;
const HOST = 'back-office.test';

const { make, pem, remove } = certificateMaker();
const offered = (names: readonly string[], { host = HOST, now = NOW } = {}) =>
  authorityToOffer({ chain: names.map((name) => pem(name)), host, now })?.description.subject ?? null;

beforeAll(() => {
  make('root', { extensions: AUTHORITY });
  make('middle', { issuer: 'root', extensions: AUTHORITY });
  make('server', { issuer: 'middle', extensions: SERVER });
  make('stranger', { extensions: AUTHORITY });
  make('self-signed', { extensions: SERVER });
  make('own-authority', { extensions: SERVER.replace('CA:FALSE', 'CA:TRUE') });
  make('old-root', { extensions: AUTHORITY, days: 2 });
  make('young-server', { issuer: 'old-root', extensions: SERVER });
});
afterAll(() => remove());

describe('the authority that a person may be asked to trust', () => {
  it('is the topmost that was presented', () => {
    expect(offered(['server', 'middle', 'root'])).toBe('root');
    expect(offered(['server', 'middle'])).toBe('middle');
  });

  it('is never one that has nothing to do with the chain', () => {
    expect(offered(['server', 'middle', 'stranger'])).toBe('middle');
    expect(offered(['server', 'stranger'])).toBeNull();
  });

  it('is a certificate that the server has made for itself only where it may issue others', () => {
    expect(offered(['own-authority'])).toBe('own-authority');
    expect(offered(['self-signed'])).toBeNull();
    expect(offered(['server'])).toBeNull();
  });

  it('is offered neither for another host nor for a certificate that is not valid', () => {
    expect(offered(['server', 'middle', 'root'], { host: 'elsewhere.test' })).toBeNull();
    expect(offered(['young-server', 'old-root'], { now: NOW + 3 * 86_400_000 })).toBeNull();
    expect(offered(['server', 'middle', 'root'], { now: NOW + 40 * 86_400_000 })).toBeNull();
  });

  it('is nobody in what cannot be read', () => {
    expect(authorityToOffer({ chain: ['rubbish'], host: HOST, now: NOW })).toBeNull();
    expect(authorityToOffer({ chain: [], host: HOST, now: NOW })).toBeNull();
  });
});
