import { describe, expect, it } from 'vitest';
import { inForceAt } from './in-force';
import { readLicence } from './read-licence';
import type { FlexnetFile } from './rules/flexnet-file';

const HEAD = 'SERVER printsrv01 ANY 27000\nVENDOR ocelicd\n';
const SIGN = 'SIGN="00AA 11BB"';
const TODAY = Date.parse('2026-11-30T12:00:00Z');

const bytesOf = (text: string) => new TextEncoder().encode(text);
const readText = (text: string): FlexnetFile => {
  const read = readLicence(bytesOf(text));
  if (!read.ok) throw new Error(read.code);
  return read.file;
};
const problemsOf = (text: string) =>
  readText(text).problems.map(({ code, line, word }) => [code, line, word]);
const line = (rest: string) => `${HEAD}INCREMENT webshop ocelicd 1.0 31-dec-2027 25 ${rest}\n`;
const poolsAt = (text: string, moment = TODAY) =>
  inForceAt(readText(text), moment).pools.map(({ name, version, count, state, expiresOn }) =>
    [name, version, count, state, expiresOn].join(' '),
  );

describe('what a licence server could not use', () => {
  it.each([
    ['no signature', line('SN=PD-1'), 'flexnet-signature-missing', 3, 'webshop'],
    ['a second signature alone', line('SIGN2="00AA"'), 'flexnet-signature-missing', 3, 'webshop'],
    ['an empty signature', line('SIGN=""'), 'flexnet-signature-invalid', 3, ''],
    ['an attribute misspelt', line(`SM=PD-1 ${SIGN}`), 'flexnet-word-unknown', 3, 'SM=PD-1'],
    [
      'a letter short',
      line(`SUPERSEDE ISSUD=01-nov-2026 ${SIGN}`),
      'flexnet-word-unknown',
      3,
      'ISSUD=01-nov-2026',
    ],
    ['a word too many', line(`much more ${SIGN}`), 'flexnet-word-unknown', 3, 'much'],
    [
      'attributes run together',
      line(`ISSUER=OCESN=PD-1 ${SIGN}`),
      'flexnet-word-unknown',
      3,
      'ISSUER=OCESN=PD-1',
    ],
    ['two serial numbers', line(`SN=PD-1 SN=PD-2 ${SIGN}`), 'flexnet-attribute-twice', 3, 'SN=PD-2'],
    ['text behind a quote', line(`NOTICE="Druck"haus ${SIGN}`), 'flexnet-quote-misplaced', 3, 'haus'],
    ['escaped quotes', line(`NOTICE="Druck \\"am Markt\\"" ${SIGN}`), 'flexnet-quote-misplaced', 3, 'am'],
    ['a word broken by a backslash', line(`SN=PD-\\\n42 ${SIGN}`), 'flexnet-word-unknown', 4, '42'],
    [
      'a day on its second line',
      line(`\\\n\tISSUED=45-nov-2026 ${SIGN}`),
      'flexnet-date-invalid',
      4,
      'ISSUED=45-nov-2026',
    ],
    ['a year of two digits', line(`START=01-nov-26 ${SIGN}`), 'flexnet-year-short', 3, 'START=01-nov-26'],
    ['DEMO for a count', line(`HOSTID=DEMO ${SIGN}`), 'flexnet-host-id-demo', 3, 'webshop'],
    ['a cut-off keyword', `${line(SIGN)}INCREM`, 'flexnet-line-unfinished', 4, 'INCREM'],
    [
      'a keyword misspelt',
      `${line(SIGN)}INCREMNT a ocelicd 1.0 permanent 2 ${SIGN}`,
      'flexnet-keyword-missing',
      4,
      'INCREMNT',
    ],
    ['a no-break space', line(`SN=PD-1\u00a0${SIGN}`), 'flexnet-blank-invalid', 3, 'SN=PD-1\u00a0SIGN='],
    ['HTML', line(`SN=PD-1 ${SIGN.replaceAll('"', '&quot;')}`), 'flexnet-markup', 3, 'SIGN=&quot;00AA'],
    ['a mark in front of a keyword', `\ufeff${line(SIGN)}`, 'flexnet-encoding', 1, 'UTF-8'],
    ['an open brace', line('AUTH={ ocelicd=( SIGN="00AA")'), 'flexnet-line-unfinished', 3, 'INCREMENT'],
  ])('%s', (_what, text, code, at, word) => {
    expect(problemsOf(text)[0]).toEqual([code, at, word]);
  });

  it('a file above the limits', () => {
    const many = `${HEAD}${`INCREMENT a ocelicd 1.0 permanent 1 ${SIGN}\n`.repeat(5000)}`;
    expect(problemsOf(many)).toEqual([['flexnet-too-many-lines', 5001, '5000']]);
    expect(readLicence(new Uint8Array(1024 * 1024 + 1))).toEqual({ ok: false, code: 'too-large' });
  });

  it('three servers without ports, or one of them twice', () => {
    const servers = (ports: string) =>
      ['a', 'b', 'c'].map((host) => `SERVER ${host} 17007ea${host} ${ports}\n`).join('');
    const rest = `VENDOR ocelicd\nINCREMENT webshop ocelicd 1.0 permanent 25 ${SIGN}\n`;
    expect(problemsOf(`${servers('27010')}${rest}`)).toEqual([]);
    expect(problemsOf(`${servers('')}${rest}`)[0]).toEqual(['flexnet-port-missing', 1, 'a']);
    expect(problemsOf(`${'SERVER a ANY 27010\n'.repeat(3)}${rest}`)[0]).toEqual([
      'flexnet-server-twice',
      2,
      'a',
    ]);
  });
});

describe('what a licence server passes over', () => {
  it.each([
    ['a mark in front of a remark', `\ufeff# licence\n${line(SIGN)}`],
    ['lines that are remarks', `Dear customer,\n${line(SIGN)}-----END-----\nSN=WRONG\n`],
    ['form feeds', `\f${line(SIGN)}`],
    ['the end of a DOS file', `${line(SIGN)}\u001a`],
    ['a block of zeros at the end', `${line(SIGN)}${'\0'.repeat(64)}`],
    ['the line ends of a Macintosh', line(SIGN).replaceAll('\n', '\r')],
    ['blanks behind a continuation', line(`\\ \t\n\t${SIGN}`)],
    ['curly quotes within quotes', line(`NOTICE="„Druckhaus“" ${SIGN}`)],
    ['attributes of a vendor', line(`X_LEVEL=5 vendor_note=abc ${SIGN}`)],
    ['a backslash in front of a quote', line(`VENDOR_STRING="C:\\lic\\" ${SIGN}`)],
  ])('%s', (_what, text) => {
    expect(problemsOf(text)).toEqual([]);
    expect(poolsAt(text)).toEqual(['webshop 1.0 25 in-force 2027-12-31']);
  });
});

describe('lines that belong together', () => {
  it('adds INCREMENT lines of one version and attributes, and keeps the earlier end', () => {
    const text = `${line(SIGN)}INCREMENT webshop ocelicd 1.00 30-jun-2027 5 ${SIGN}\nINCREMENT webshop ocelicd 2.0 permanent 7 ${SIGN}\n`;
    expect(poolsAt(text)).toEqual(['webshop 1.0 30 in-force 2027-06-30', 'webshop 2.0 7 in-force ']);
  });

  it('takes the lines of sort= in their order', () => {
    const feature = (version: string, sort: string) =>
      `FEATURE webshop ocelicd ${version} permanent 5 sort=${sort} ${SIGN}\n`;
    expect(poolsAt(`${HEAD}${feature('1.0', '10')}${feature('2.0', '10')}`)).toEqual([
      'webshop 1.0 5 in-force ',
      'webshop 2.0 5 ignored ',
    ]);
    expect(poolsAt(`${HEAD}${feature('1.0', '20')}${feature('2.0', '10')}`)).toEqual([
      'webshop 1.0 5 ignored ',
      'webshop 2.0 5 in-force ',
    ]);
  });

  it('leaves the rest of an upgraded line', () => {
    const text = `${HEAD}INCREMENT f1 ocelicd 1.000 1-jan-2027 5 ${SIGN}\nUPGRADE f1 ocelicd 1.000 2.000 1-jan-2028 2 ${SIGN}\n`;
    expect(poolsAt(text)).toEqual(['f1 1.000 3 in-force 2027-01-01', 'f1 2.000 2 in-force 2028-01-01']);
  });

  it('names an upgrade of nothing', () => {
    expect(problemsOf(`${line(SIGN)}UPGRADE webshop ocelicd 2.0 3.0 1-jan-2028 2 ${SIGN}\n`)).toEqual([
      ['flexnet-upgrade-baseless', 4, 'webshop'],
    ]);
  });

  it('reads a listed SUPERSEDE, and lines of one day together', () => {
    const text = `${HEAD}INCREMENT old ocelicd 1.0 permanent 9 ISSUED=01-nov-2025 SN=OLD ${SIGN}
INCREMENT webshop ocelicd 1.0 31-dec-2027 4 SUPERSEDE="old webshop" ISSUED=01-nov-2026 SN=NEW ${SIGN}
INCREMENT webshop ocelicd 1.0 31-dec-2027 3 SUPERSEDE ISSUED=01-nov-2026 ${SIGN}\n`;
    expect(poolsAt(text)).toEqual(['old 1.0 9 superseded ', 'webshop 1.0 7 in-force 2027-12-31']);
    expect(inForceAt(readText(text), TODAY).serialNumbers).toEqual(['NEW']);
  });
});

describe('a line in doubt', () => {
  it('takes the lines with it that it may end', () => {
    const text = `${HEAD}INCREMENT webshop ocelicd 1.0 permanent 9 ISSUED=01-nov-2025 SN=OLD ${SIGN}
INCREMENT webshop ocelicd 1.0 31-dec-2027 4 SUPERSEDE ISSUED=01-nov-2026 SN=NEW
INCREMENT prepress ocelicd 1.0 31-dec-2027 2 ${SIGN}\n`;
    expect(poolsAt(text).map((pool) => pool.split(' ')[3])).toEqual(['doubtful', 'in-force']);
    expect(inForceAt(readText(text), TODAY).serialNumbers).toEqual([]);
  });

  it('takes the whole file with it where its words have moved', () => {
    const text = `${line(SIGN)}INCREMENT prepress ocelicd 31-dec-2027 2 ${SIGN}\n`;
    expect(poolsAt(text)).toEqual(['webshop 1.0 25 doubtful 2027-12-31']);
  });
});

it('does not let packages grow without bounds', () => {
  const components = Array.from({ length: 4000 }, (_none, at) => `c${at}`).join(' ');
  const lines = Array.from(
    { length: 100 },
    (_none, at) => `INCREMENT p ocelicd 1.0 permanent ${at + 1} ${SIGN}\n`,
  );
  const text = `${HEAD}PACKAGE p ocelicd 1.0 COMPONENTS="${components}" ${SIGN}\n${lines.join('')}`;
  expect(problemsOf(text)[0]).toEqual(['flexnet-too-many-lines', 3, 'p']);
});
