import { X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';
import { beforeAll, describe, expect, it } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { describeCertificate, readAuthorities, readAuthority } from './authority-certificate';

const NOW = Date.parse('2026-03-02T12:00:00.000Z');
const make = async (name: string, { cA = true, until = '2030-01-01' } = {}) => {
  const { cert } = await generate(
    [
      { name: 'commonName', value: name },
      { name: 'organizationName', value: 'Druckerei AG' },
    ],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      notBeforeDate: new Date('2025-01-01'),
      notAfterDate: new Date(until),
      extensions: [{ name: 'basicConstraints', cA, critical: true }],
    },
  );
  return cert;
};

const codeOf = (call: () => unknown) => {
  try {
    call();
    return 'fine';
  } catch (error) {
    return error instanceof AppError ? `${error.code} ${error.params['name'] ?? ''}`.trim() : String(error);
  }
};

let authority: string;
beforeAll(async () => void (authority = await make('Proxy CA')));

describe('readAuthority', () => {
  it('describes what a person compares', () => {
    const { pem, description } = readAuthority(authority, NOW);
    expect(new X509Certificate(pem).raw).toEqual(new X509Certificate(authority).raw);
    expect(description).toMatchObject({
      subject: 'Proxy CA',
      issuer: 'Proxy CA',
      validFrom: '2025-01-01T00:00:00.000Z',
      validTo: '2030-01-01T00:00:00.000Z',
    });
    expect(description.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses what cannot vouch for a server, each by name', async () => {
    const server = await make('server.example', { cA: false });
    expect(codeOf(() => readAuthority(server, NOW))).toBe('certificate-no-authority server.example');
    const expired = await make('Old CA', { until: '2026-01-01' });
    expect(codeOf(() => readAuthority(expired, NOW))).toBe('certificate-out-of-date Old CA');
    expect(codeOf(() => readAuthority(authority, Date.parse('2024-06-01')))).toBe(
      'certificate-out-of-date Proxy CA',
    );
    expect(codeOf(() => readAuthority('no certificate', NOW))).toBe('certificate-unreadable');
  });
});

describe('readAuthorities', () => {
  it('reads PEM, several in one file, and DER', async () => {
    const other = await make('Other CA');
    const names = (file: Buffer) => readAuthorities(file, NOW).map(({ description }) => description.subject);
    expect(names(Buffer.from(`a remark\n${authority}\n${other}`))).toEqual(['Proxy CA', 'Other CA']);
    expect(names(new X509Certificate(authority).raw)).toEqual(['Proxy CA']);
  });

  it('refuses a file for one bad certificate in it, and a file of anything else', async () => {
    const mixed = `${authority}\n${await make('server.example', { cA: false })}`;
    expect(codeOf(() => readAuthorities(Buffer.from(mixed), NOW))).toBe(
      'certificate-no-authority server.example',
    );
    expect(codeOf(() => readAuthorities(Buffer.from('PK\u0003\u0004'), NOW))).toBe('certificate-unreadable');
    const many = Buffer.from(authority.repeat(11));
    expect(codeOf(() => readAuthorities(many, NOW))).toBe('certificate-unreadable');
  });
});

describe('describeCertificate', () => {
  it('gives null for what is no certificate', () => {
    expect(describeCertificate('PEM')).toBeNull();
    expect(describeCertificate(authority)?.subject).toBe('Proxy CA');
  });
});
