import { generate } from 'selfsigned';

/** A certificate authority of this back office alone, PEM. */
export type Authority = { certificate: string; privateKey: string };

const common = { keyType: 'ec', algorithm: 'sha256' } as const;
const anHourAgo = () => new Date(Date.now() - 3_600_000);

export async function createAuthority(): Promise<Authority> {
  const made = await generate([{ name: 'commonName', value: 'Reference Back Office CA' }], {
    ...common,
    notBeforeDate: anHourAgo(),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  return { certificate: made.cert, privateKey: made.private };
}

/** The server's own certificate, followed by the authority's, for the names that reach the loopback address. */
export async function createServerCertificate(authority: Authority): Promise<{ cert: string; key: string }> {
  const made = await generate([{ name: 'commonName', value: 'localhost' }], {
    ...common,
    notBeforeDate: anHourAgo(),
    ca: { key: authority.privateKey, cert: authority.certificate },
    extensions: [
      { name: 'basicConstraints', cA: false, critical: true },
      { name: 'keyUsage', digitalSignature: true, critical: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 2, value: 'updates.test' },
          { type: 7, ip: '127.0.0.1' },
          { type: 7, ip: '::1' },
        ],
      },
    ],
  });
  return { cert: `${made.cert.trimEnd()}\n${authority.certificate}`, key: made.private };
}
