import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classifyLicencePath, savedShareHosts } from './licence-path';

const remote = (path: string) => classifyLicencePath('remote', path, 'windows');
const codeOf = (path: ReturnType<typeof classifyLicencePath>) =>
  path.kind === 'refused' ? path.code : path.kind;

describe('a share', () => {
  it.each([
    ['\\\\nas\\licences', 'nas'],
    ['\\\\NAS-01\\licences\\fls', 'nas-01'],
    ['\\\\files.print.example\\share\\folder\\', 'files.print.example'],
    ['\\\\192.168.4.20\\share', '192.168.4.20'],
    ['\\\\nas\\admin$\\licences', 'nas'],
  ])('%s', (path, host) => expect(remote(path)).toEqual({ kind: 'share', host }));

  it.each([
    '\\\\?\\UNC\\nas\\share',
    '\\\\?\\C:\\licences',
    '\\\\.\\pipe\\x',
    '\\\\nas\\pipe\\x',
    '\\\\nas\\IPC$',
    '\\\\nas@80\\share',
    '\\\\nas@SSL@443\\DavWWWRoot\\x',
    '\\\\nas:445\\share',
    '\\\\user:secret@nas\\share',
    '\\\\0x7f.1\\share',
    '\\\\2130706433\\share',
    '\\\\127.0.0.01\\share',
    '\\\\1.2.3\\share',
    '\\\\[::1]\\share',
    '\\\\--1.ipv6-literal.net\\share',
    '\\\\nas',
    '\\\\nas\\',
    '\\\\\\nas\\share',
    '\\\\nas\\share\\..\\other',
    '\\\\nas\\share\\file.lic:stream',
    '\\\\nas\\share.',
    '\\\\nas/share\\x',
    '//nas/share',
    '//1.2.3.4/x',
  ])('is not %s', (path) => expect(codeOf(remote(path))).toBe('licence-path-share-form'));

  it.each(['file://nas/share', 'smb://nas/share', 'nas\\share', '\\nas\\share', 'http:\\\\nas\\x'])(
    'is not %s either',
    (path) => expect(codeOf(remote(path))).toBe('licence-path-not-absolute'),
  );

  it('is nothing but a plain host, a share and folders, whatever is written', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '\\',
        '\\\\',
        '/',
        '?',
        '.',
        '..',
        '@',
        ':',
        'UNC',
        'nas',
        '1.2.3.4',
        'file:',
        ' ',
        '%5c',
      ),
      fc.string({ maxLength: 6 }),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 10 }),
        fc.constantFrom('posix', 'windows'),
        (pieces, style) => {
          const path = `\\\\${pieces.join('')}`;
          const found = classifyLicencePath('remote', path, style);
          const isLocal = classifyLicencePath('local', path, style).kind;
          expect(isLocal).toBe('refused');
          if (found.kind === 'refused') return;
          expect(found.kind).toBe('share');
          expect(style).toBe('windows');
          expect(path).toMatch(/^\\\\[\w.-]+(\\[^\\/:*?"<>|]+)+\\?$/);
          expect(path.toLowerCase().startsWith(`\\\\${found.kind === 'share' ? found.host : ''}\\`)).toBe(
            true,
          );
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('can be used by a machine that opens shares by their names only', () => {
    expect(codeOf(classifyLicencePath('remote', '\\\\nas\\share', 'posix'))).toBe(
      'licence-path-share-unmounted',
    );
    expect(classifyLicencePath('remote', '/mnt/nas/licences', 'posix').kind).toBe('folder');
  });
});

describe('a drive letter', () => {
  it.each(['Z:\\licences', 'z:', 'Z:/licences'])('%s belongs to a person, not to the service', (path) => {
    expect(codeOf(remote(path))).toBe('licence-path-mapped-drive');
    expect(codeOf(classifyLicencePath('remote', path, 'posix'))).toBe('licence-path-mapped-drive');
  });

  it('is fine for a folder of the machine itself', () => {
    expect(classifyLicencePath('local', 'C:\\Licences', 'windows').kind).toBe('folder');
    expect(codeOf(classifyLicencePath('local', 'C:\\Licences', 'posix'))).toBe('licence-path-not-absolute');
  });
});

it('a local server has no share', () => {
  for (const path of ['\\\\nas\\share', '//nas/share']) {
    expect(codeOf(classifyLicencePath('local', path, 'windows'))).toBe('licence-path-not-local');
  }
});

it('the hosts that are saved are those of remote shares', () => {
  const hosts = savedShareHosts([
    { kind: 'remote', path: '\\\\NAS\\a' },
    { kind: 'remote', path: '\\\\nas\\b' },
    { kind: 'remote', path: '\\\\?\\UNC\\evil\\x' },
    { kind: 'remote', path: '' },
    { kind: 'local', path: '\\\\other\\x' },
  ]);
  expect([...hosts]).toEqual(['nas']);
});
