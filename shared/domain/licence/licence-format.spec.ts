import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { KeySet, SigningKey } from './format/key-set';
import { LicenceClaims, LICENCE_REASONS, LicenceIndex, Release, ReleaseIndex } from './format/licence-claims';
import { REFUSAL_CODES } from './format/refusal-codes';
import { LICENCE_INDEX, LICENCE_PACKAGE, RELEASE_INDEX } from './format/signed-document';

const text = readFileSync(path.join(import.meta.dirname, 'licence-format.md'), 'utf8');

const sectionOf = (title: string) =>
  text
    .split(/^## /m)
    .find((section) => section.startsWith(`${title}\n`))
    ?.replaceAll(/\s+/g, ' ') ?? '';

/** The first cells of the rows of the table in a section. */
const firstCells = (title: string) =>
  [...sectionOf(title).matchAll(/\| `([^`]+)` +\|(?= [^|]+\|)/g)].map(([, name]) => name);

describe('licence-format.md', () => {
  it('has every claim of a licence package', () => {
    const claims = firstCells('Licence package');
    expect(claims.sort()).toEqual(Object.keys(LicenceClaims.shape).sort());
    for (const reason of LICENCE_REASONS) expect(sectionOf('Licence package')).toContain(`\`${reason}\``);
  });

  it('has every check of a package by its code, and names all the others', () => {
    const others = ['nonce', 'stale', 'threshold', 'index-mismatch'];
    const codes = REFUSAL_CODES.filter((code) => !others.includes(code));
    expect(firstCells('Checks of a licence package').sort()).toEqual([...codes].sort());
    for (const code of others) expect(text).toContain(`\`${code}\``);
  });

  it.each([LICENCE_PACKAGE, LICENCE_INDEX, RELEASE_INDEX])('has the role and the size of $typ', (kind) => {
    const row = text.split('\n').find((line) => line.startsWith(`| \`${kind.typ}\``)) ?? '';
    expect(row).toContain(`\`${kind.role}\``);
    expect(row).toContain(`${kind.sizeCap / 1024} KiB`);
  });

  it('has the members of indexes and key sets', () => {
    const list = (shape: object) => Object.keys(shape).join(', ');
    expect(sectionOf('Licence index')).toContain(`{${list(LicenceIndex.shape)}}`);
    expect(sectionOf('Release index')).toContain(`{${list(ReleaseIndex.shape)}}`);
    expect(sectionOf('Release index')).toContain(`{${list(Release.shape)}}`);
    expect(sectionOf('Key set')).toContain(`{${list(SigningKey.shape)}}`);
    expect(Object.keys(KeySet.shape)).toEqual(['formatVersion', 'version', 'issuedAt', 'expiresOn', 'keys']);
  });
});
