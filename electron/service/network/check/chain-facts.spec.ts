import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { expect, it } from 'vitest';
import { chainFacts } from './chain-facts';

const certificateOf = async (name: string, organisation: string) =>
  generate(
    [
      { name: 'organizationName', value: organisation },
      { name: 'commonName', value: name },
    ],
    { algorithm: 'sha256', keySize: 2048 },
  );

it('tells the names, the days and the fingerprint of each certificate that can be read', async () => {
  const { cert } = await certificateOf('Inspection CA', 'Example');
  const facts = chainFacts([cert, 'not a certificate']);
  const { fingerprint256 } = new X509Certificate(cert);
  expect(facts).toHaveLength(1);
  expect(facts[0]).toMatchObject({
    fact: 'certificate',
    subject: 'Inspection CA',
    issuer: 'Inspection CA',
    sha256: fingerprint256.replaceAll(':', '').toLowerCase(),
  });
});

it('shows no more of a chain than a person can read', async () => {
  const { cert } = await certificateOf('x', 'Example');
  expect(chainFacts(Array.from({ length: 30 }, () => cert))).toHaveLength(8);
});
