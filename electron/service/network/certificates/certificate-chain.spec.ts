import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTHORITY, certificateMaker, SERVER } from './certificate.fixture';
import { verifyChain } from './certificate-chain';
import { missingIssuer } from './missing-issuer';

const DAY = 86_400_000;
// Certificates made by the first hook begin to be valid a little later than this file is loaded.
const NOW = Date.now() + 60_000;

const { make, pem, remove } = certificateMaker();

beforeAll(() => {
  make('root', { extensions: AUTHORITY });
  make('stranger', { subject: 'root', extensions: AUTHORITY });
  make('server', { issuer: 'root', extensions: SERVER });
  make('middle', { issuer: 'root', extensions: AUTHORITY });
  make('deep-server', { issuer: 'middle', extensions: SERVER });
  make('self-signed', { extensions: SERVER });
  make('no-authority', { issuer: 'root', extensions: 'basicConstraints=CA:FALSE' });
  make('under-no-authority', { issuer: 'no-authority', extensions: SERVER });
  make('no-sign', {
    issuer: 'root',
    extensions: 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,digitalSignature',
  });
  make('under-no-sign', { issuer: 'no-sign', extensions: SERVER });
  make('last-authority', { issuer: 'root', extensions: `basicConstraints=critical,CA:TRUE,pathlen:0` });
  make('one-too-many', { issuer: 'last-authority', extensions: AUTHORITY });
  make('under-one-too-many', { issuer: 'one-too-many', extensions: SERVER });
  make('constrained', {
    issuer: 'root',
    extensions: `${AUTHORITY}\nnameConstraints=critical,permitted;DNS:other.test`,
  });
  make('under-constrained', { issuer: 'constrained', extensions: SERVER });
  make('for-clients', { issuer: 'root', extensions: `${SERVER}\nextendedKeyUsage=clientAuth` });
  make('for-servers', { issuer: 'root', extensions: `${SERVER}\nextendedKeyUsage=serverAuth` });
  make('sha1', { issuer: 'root', extensions: SERVER, digest: 'sha1' });
  make('short-key', { issuer: 'root', extensions: SERVER, key: ['-newkey', 'rsa:1024'] });
  make('long-key', { issuer: 'root', extensions: SERVER, key: ['-newkey', 'rsa:2048'] });
  make('name-in-subject', {
    issuer: 'root',
    subject: 'back-office.test',
    extensions: 'basicConstraints=CA:FALSE',
  });
  make('brief-middle', { issuer: 'root', extensions: AUTHORITY, days: 1 });
  make('under-brief', { issuer: 'brief-middle', extensions: SERVER });
}, 60_000);

afterAll(() => remove());

const verdict = (chain: string[], options: { anchors?: string[]; host?: string; now?: number } = {}) =>
  verifyChain({
    chain: chain.map(pem),
    anchors: (options.anchors ?? ['root']).map(pem),
    host: options.host ?? 'back-office.test',
    now: options.now ?? NOW,
  });

describe('verifyChain', () => {
  it.each([
    ['a server under the authority', ['server'], {}],
    ['its address', ['server'], { host: '127.0.0.1' }],
    ['a name under a wildcard', ['server'], { host: 'a.wild.test' }],
    ['the authority sent along', ['server', 'root'], {}],
    ['an intermediate', ['deep-server', 'middle'], {}],
    ['certificates in any order', ['deep-server', 'root', 'stranger', 'middle'], {}],
    ['the intermediate as the extra certificate', ['deep-server'], { anchors: ['middle'] }],
    ['the very certificate of the server', ['self-signed'], { anchors: ['self-signed'] }],
    ['an RSA key of 2048 bits', ['long-key'], {}],
    ['one for servers only', ['for-servers'], {}],
  ])('trusts %s', (_what, chain, options) => {
    expect(verdict(chain, options)).toBe('trusted');
  });

  it.each([
    ['no extra certificate', ['server'], { anchors: [] }],
    ['an authority of the same name with another key', ['server'], { anchors: ['stranger'] }],
    ['the stranger sent along', ['server', 'stranger'], { anchors: ['stranger'] }],
    ['a self-signed stranger', ['self-signed'], {}],
    ['a missing intermediate', ['deep-server'], {}],
    ['an issuer that is no authority', ['under-no-authority', 'no-authority'], {}],
    ['an extra certificate that is no authority', ['under-no-authority'], { anchors: ['no-authority'] }],
    ['an issuer that may not sign certificates', ['under-no-sign', 'no-sign'], {}],
    ['an authority below one that allows none', ['under-one-too-many', 'one-too-many', 'last-authority'], {}],
    ['name constraints, which are not evaluated', ['under-constrained', 'constrained'], {}],
    ['a certificate for clients', ['for-clients'], {}],
    ['a SHA-1 signature', ['sha1'], {}],
    ['an RSA key of 1024 bits', ['short-key'], {}],
  ])('does not trust %s', (_what, chain, options) => {
    expect(verdict(chain, options)).toBe('certificate-untrusted');
  });

  it.each([
    ['an expired server', ['server'], NOW + 31 * DAY],
    ['one not valid yet', ['server'], NOW - DAY],
    ['an expired intermediate', ['under-brief', 'brief-middle'], NOW + 2 * DAY],
  ])('names %s', (_what, chain, now) => {
    expect(verdict(chain, { now })).toBe('certificate-expired');
  });

  it.each([
    ['another name', ['server'], 'other.test'],
    ['two labels under a wildcard', ['server'], 'a.b.wild.test'],
    ['another address', ['server'], '127.0.0.2'],
    ['a name that stands in the subject only', ['name-in-subject'], 'back-office.test'],
  ])('names a certificate for %s', (_what, chain, host) => {
    expect(verdict(chain, { host })).toBe('certificate-wrong-name');
  });

  it('reads past junk among the extra certificates, and several in one text', () => {
    const anchors = [
      'junk',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      `${pem('stranger')}\n${pem('root')}`,
    ];
    const server = pem('server');
    expect(verifyChain({ chain: [server], anchors, host: 'back-office.test', now: NOW })).toBe('trusted');
  });

  it.each([
    ['a server alone', ['deep-server'], 'middle'],
    ['a whole chain', ['deep-server', 'middle'], null],
    ['a server that is its own issuer', ['self-signed'], null],
    ['nothing', [], null],
  ])('names the issuer that is missing beside %s', (_what, chain, issuer) => {
    expect(missingIssuer(chain.map(pem))).toBe(issuer);
  });

  it('does not trust what is no certificate', () => {
    expect(verifyChain({ chain: ['junk'], anchors: [pem('root')], host: 'back-office.test', now: NOW })).toBe(
      'certificate-untrusted',
    );
  });
});
