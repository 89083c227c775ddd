import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFlexnetFile, type FlexnetFile } from './flexnet-file';
import { readFlexnetDate } from './flexnet-date';
import { readVector } from '@shared/domain/licence/format/vectors.fixture';

function read(content: string | Uint8Array): FlexnetFile {
  const result = readFlexnetFile(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  if (!result.ok) throw new Error(result.code);
  return result.file;
}
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe('readFlexnetFile', () => {
  it('reads the file inside the vectors', () => {
    const feature = {
      vendor: 'ocelicd',
      version: '2027.0630',
      expiresOn: '2027-12-31',
      quantity: 25,
      serialNumber: 'PD-0042-7781',
      hostId: 'ANY',
      startsOn: null,
      issuedOn: '2026-11-01',
      supersedes: null,
      isIncrement: true,
    };
    expect(read(readVector('prismadirect.lic'))).toEqual({
      serialNumber: 'PD-0042-7781',
      servers: [{ host: 'printsrv01', hostId: '0A1B2C3D4E5F', port: 27000 }],
      vendors: [{ name: 'ocelicd', port: 27010 }],
      usesServer: true,
      features: [
        { name: 'webshop', ...feature },
        { name: 'accounting', ...feature },
      ],
      unreadableLines: 0,
    });
  });

  it('is the same with CRLF, old line ends, tabs, a mark, UTF-16 and blanks behind the backslashes', () => {
    const text = new TextDecoder().decode(readVector('prismadirect.lic'));
    const expected = read(text);
    const utf16 = new Uint8Array(
      new Uint16Array(Array.from(`\ufeff${text}`, (one) => one.charCodeAt(0))).buffer,
    );
    const variants = [
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.replaceAll(' ', ' \t '),
      `\ufeff${text}`,
      text.replaceAll('\\\n', '\\ \t\n'),
      text.trimEnd(),
    ];
    for (const variant of variants) expect(read(variant)).toEqual(expected);
    expect(read(utf16)).toEqual(expected);
  });

  it('takes lines in any order and keywords in any case', () => {
    const file = read(
      'increment colour ocelicd 1.0 permanent uncounted sn=PD-1\nuse_server\nvendor ocelicd port=1700\nserver a b 27001',
    );
    expect(file).toMatchObject({
      serialNumber: 'PD-1',
      usesServer: true,
      vendors: [{ name: 'ocelicd', port: 1700 }],
      servers: [{ host: 'a', hostId: 'b', port: 27001 }],
      features: [{ name: 'colour', expiresOn: null, quantity: 'uncounted' }],
    });
  });

  it('reads a redundant triad and daemon lines with paths', () => {
    const servers = ['one', 'two', 'three'].map(
      (name, at) => `SERVER ${name} ID${at} 2700${at} PRIMARY_IS_MASTER`,
    );
    const file = read([...servers, 'DAEMON d "C:\\Program Files\\d.exe" d.opt 27010', 'VENDOR e'].join('\n'));
    expect(file.servers.map(({ host, port }) => [host, port])).toEqual([
      ['one', 27000],
      ['two', 27001],
      ['three', 27002],
    ]);
    expect(file.vendors).toEqual([
      { name: 'd', port: 27010 },
      { name: 'e', port: null },
    ]);
  });

  it('keeps quoted words whole, with escaped quotes, hashes and continuations in them', () => {
    const file = read(
      'FEATURE a d 1 0 0 NOTICE="x # \\"SN=WRONG\\" \\\n  SN=WRONG" SN="PD 7" HOSTID="AA BB" # not a comment\n',
    );
    expect(file.features).toMatchObject([
      { serialNumber: 'PD 7', hostId: 'AA BB', quantity: 'uncounted', isIncrement: false },
    ]);
  });

  it('does not let a comment or an open quote swallow the next line', () => {
    const file = read('# comment \\\nSERVER a b\nFEATURE f d 1 0 1 NOTICE="open\nFEATURE g d 1 0 1 SN=S\n');
    expect(file.servers).toHaveLength(1);
    expect(file.features.map(({ name }) => name)).toEqual(['f', 'g']);
  });

  it('reads names in the Windows code page', () => {
    expect(read(latin1('SERVER Büro 0A\nFEATURE Größe d 1 0 5')).servers[0]?.host).toBe('Büro');
    expect(read(latin1('\u00ef\u00bb\u00bfSERVER Büro 0A')).servers[0]?.host).toBe('Büro');
  });

  it('skips what it does not know and counts what it cannot read', () => {
    const file = read(
      'PACKAGE p d 1 COMPONENTS="a b" SN=P-1\nUPGRADE u d 1 2 0 1\nVENDOR\nSERVER lonely\nFEATURE\n' +
        'FEATURE a d 1 31-feb-2027 1\nFEATURE b d 1 0 many\nFEATURE c d 1 0 2\n',
    );
    expect(file).toMatchObject({ serialNumber: 'P-1', servers: [], vendors: [], unreadableLines: 3 });
    expect(file.features.map(({ name }) => name)).toEqual(['c']);
  });

  it('refuses more than 1 MiB', () => {
    expect(readFlexnetFile(new Uint8Array(1024 * 1024 + 1))).toEqual({ ok: false, code: 'too-large' });
  });

  it('never throws', () => {
    const word = fc.constantFrom(
      'SERVER',
      'FEATURE',
      'INCREMENT',
      'a',
      '"',
      '\\',
      '\\\n',
      '\n',
      ' ',
      '#',
      '0',
      'SN=',
    );
    const text = fc.array(word, { maxLength: 60 }).map((words) => new TextEncoder().encode(words.join('')));
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 500 }), text), (bytes) => readFlexnetFile(bytes).ok),
    );
  });

  it.each([
    'FEATURE a d 1 0 1 SN=x\n',
    '\\\n',
    '\\ ',
    '"',
    '\\"',
    ' ',
    '\n',
    'FEATURE ',
    '\0',
    'FEATURE a d 1 0 1 \\\n',
  ])('takes time in proportion to the size for %j over and over', (unit) => {
    const full = new TextEncoder().encode(unit.repeat(Math.floor((1024 * 1024) / unit.length)));
    const start = performance.now();
    expect(readFlexnetFile(full).ok).toBe(true);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('readFlexnetDate', () => {
  it.each(['permanent', 'PERMANENT', '0', '00', '0000', '1-jan-0', '1-jan-00', '01-JAN-0000'])(
    '%s never ends',
    (text) => {
      expect(readFlexnetDate(text)).toBeNull();
    },
  );

  it.each([
    ['31-dec-2027', '2027-12-31'],
    ['1-Jan-2028', '2028-01-01'],
    ['29-feb-2028', '2028-02-29'],
    ['5-may-31', '2031-05-05'],
    ['5-may-99', '1999-05-05'],
  ])('%s is %s', (text, date) => {
    expect(readFlexnetDate(text)).toBe(date);
  });

  it.each(['', '29-feb-2027', '32-jan-2027', '1-foo-2027', '2027-12-31', '1-jan', '00000'])(
    '%j is no date',
    (text) => {
      expect(readFlexnetDate(text)).toBeUndefined();
    },
  );
});
