import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  brokenLinks,
  DOCUMENTS,
  missingPaths,
  REPOSITORY,
  scriptsNamed,
} from '../support/documents/check-documents';

const { scripts } = JSON.parse(readFileSync(path.join(REPOSITORY, 'package.json'), 'utf8')) as {
  scripts: Record<string, string>;
};

describe.each(DOCUMENTS)('$file', (document) => {
  it('names only files and folders that exist', () => {
    expect(missingPaths(document)).toEqual([]);
  });

  it('names only npm scripts that package.json has', () => {
    expect(scriptsNamed(document).filter((name) => !(name in scripts))).toEqual([]);
  });

  it('links only to files and headings that a fresh clone has', () => {
    expect(brokenLinks(document)).toEqual([]);
  });
});

describe('the checks of documents', () => {
  const document = (text: string) => ({ file: 'README.md', text });

  it('find a path that is not there, from the top, by name or by pattern', () => {
    expect(missingPaths(document('`electron/main.ts` `electron/gone/` `main.ts` `gone.ts`'))).toEqual([
      'electron/gone/',
      'gone.ts',
    ]);
    expect(missingPaths(document('`electron/platform/*/index.ts` `electron/{app,gone}/gone-*`'))).toEqual([
      'electron/{app,gone}/gone-*',
    ]);
    const others = '`application/jose` `/etc/fstab` `licence show` `settings.json`';
    expect(missingPaths(document(others))).toEqual([]);
  });

  it('find a script that is not there', () => {
    expect(scriptsNamed(document('`npm run -s gone`, `npm test`'))).toEqual(['gone', 'test']);
  });

  it('find a link that leads nowhere', () => {
    const text = '# One word\n[a](electron/main.ts) [b](gone.ts) [c](#one-word) [d](#two) [e](https://x.y)';
    expect(brokenLinks(document(text))).toEqual(['gone.ts', '#two']);
  });
});

describe('the pictures of README.md', () => {
  it('take less than 400 kB together', () => {
    const folder = path.join(REPOSITORY, 'build/demo/screenshots');
    const sizes = readdirSync(folder).map((name) => statSync(path.join(folder, name)).size);
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(400_000);
  });
});
