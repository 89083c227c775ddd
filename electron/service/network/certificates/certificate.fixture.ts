import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

type Order = {
  issuer?: string;
  subject?: string;
  extensions: string;
  days?: number;
  key?: string[];
  digest?: string;
};

export const AUTHORITY = 'basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign,cRLSign';
export const SERVER =
  'basicConstraints=CA:FALSE\nsubjectAltName=DNS:back-office.test,DNS:*.wild.test,IP:127.0.0.1';
const EC = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];

/** Makes certificates with openssl, in a folder that lives until `remove`. */
export const certificateMaker = () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'certificates-'));
  const openssl = (...words: string[]) => execFileSync('openssl', words, { cwd: folder, stdio: 'pipe' });
  const pem = (name: string) => readFileSync(path.join(folder, `${name}.pem`), 'utf8');

  /** Makes `name.key` and `name.pem`, signed by the issuer or by itself. */
  const make = (
    name: string,
    { issuer, subject = name, extensions, days = 30, key = EC, digest = 'sha256' }: Order,
  ) => {
    writeFileSync(path.join(folder, `${name}.ext`), extensions);
    openssl(
      'req',
      '-new',
      ...key,
      '-nodes',
      '-keyout',
      `${name}.key`,
      '-out',
      `${name}.csr`,
      '-subj',
      `/CN=${subject}`,
    );
    const signer =
      issuer === undefined
        ? ['-signkey', `${name}.key`]
        : ['-CA', `${issuer}.pem`, '-CAkey', `${issuer}.key`];
    openssl(
      ...[
        'x509',
        '-req',
        '-in',
        `${name}.csr`,
        ...signer,
        '-set_serial',
        String(Math.floor(Math.random() * 1e9)),
      ],
      ...[`-${digest}`, '-days', String(days), '-extfile', `${name}.ext`, '-out', `${name}.pem`],
    );
  };

  return { make, pem, remove: () => rmSync(folder, { recursive: true }) };
};
