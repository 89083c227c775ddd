import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import catalogue from '@shared/domain/activity/logged-events.json';

interface CatalogueModule {
  journalCatalogue: (product: { productName: string; homepage: string }) => string;
}
const { journalCatalogue } = (await import(
  pathToFileURL(path.join(import.meta.dirname, 'journal-catalogue.mjs')).href
)) as CatalogueModule;

it.runIf(process.platform === 'linux')(
  'the journal takes the catalogue and explains every event with it',
  () => {
    const root = mkdtempSync(path.join(tmpdir(), 'catalogue-'));
    onTestFinished(() => rmSync(root, { recursive: true }));
    const folder = path.join(root, 'usr/lib/systemd/catalog');
    // The journal makes its database in the second one.
    for (const place of [folder, path.join(root, 'var/lib/systemd/catalog')])
      mkdirSync(place, { recursive: true });
    const product = { productName: 'Remote Service', homepage: 'https://service.example/help' };
    writeFileSync(path.join(folder, 'remote-service.catalog'), journalCatalogue(product));
    const journal = (...words: string[]) =>
      execFileSync('journalctl', [`--root=${root}`, ...words], {
        env: { PATH: process.env['PATH'], LC_ALL: 'C' },
        encoding: 'utf8',
      });
    journal('--update-catalog');
    for (const { messageId, en } of Object.values(catalogue)) {
      const text = journal('--dump-catalog', messageId);
      expect(text).toContain(`Subject: ${en.meaning}`);
      expect(text).toContain('Support: https://service.example/help');
      expect(text).toContain(en.next);
    }
  },
);
