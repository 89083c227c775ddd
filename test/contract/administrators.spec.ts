import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { parseCommand } from '@electron/cli/parse-command';
import { applyDocument } from '@electron/settings/settings-document';
import { Policy } from '@shared/domain/settings/policy';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { monitoringFactsOf } from '@shared/domain/status/monitoring';
import { richStatus } from '@shared/domain/status/rich-status.fixture';

const page = readFileSync(path.resolve(import.meta.dirname, '../../build/README.md'), 'utf8');
const [, chapter = ''] = page.split('\n## For administrators\n');

/** The examples of one language on the page for administrators, as they stand there. */
const examples = (language: string) =>
  [...chapter.matchAll(/^```(\w+)\n([\s\S]*?)^```/gm)]
    .filter(([, written]) => written === language)
    .map(([, , text = '']) => text);

it('shows a policy and a settings document that can be used as they stand', () => {
  const [policy = '', settings = '', ...others] = examples('json');
  expect(others).toEqual([]);
  expect(Policy.parse(JSON.parse(policy)).locked).toMatchObject({ 'updates.download': false });
  const draft = applyDocument(viewOf(defaultSettings()), new TextEncoder().encode(settings));
  expect(draft).toMatchObject({
    remoteService: { serviceOrganisationId: 'SO-2001' },
    licenceServers: [{ name: 'Main server', path: '/srv/licences' }],
  });
});

it('shows commands that there are, with options that they have', () => {
  const shown = examples('sh')
    .flatMap((text) => text.split('\n'))
    .filter((line) => line.startsWith('remote-service '));
  expect(shown.length).toBeGreaterThan(4);
  // What a line redirects, and what it says behind a number sign, is the shell's.
  const wordsOf = (line: string) =>
    line
      .replace(/ [<#].*$/, '')
      .trim()
      .split(' ')
      .slice(1);
  for (const line of shown) {
    expect({ line, command: parseCommand(wordsOf(line)).command }).not.toMatchObject({ command: 'help' });
  }
});

it('names facts by paths that monitoring has', () => {
  const facts = monitoringFactsOf(richStatus);
  const paths = [...chapter.matchAll(/^\| `\$\.([\w.*[\]]+)`/gm)].map(([, found = '']) => found);
  expect(paths.length).toBeGreaterThan(8);
  const valueAt = (where: string) =>
    where
      .replaceAll('[*]', '.0')
      .split('.')
      .reduce<unknown>((node, name) => (node as Record<string, unknown> | undefined)?.[name], facts);
  for (const where of paths) expect([where, valueAt(where)]).not.toEqual([where, undefined]);
});

it('has a section for each of its subjects', () => {
  const titles = [...chapter.matchAll(/^### (.*)$/gm)].map(([, title]) => title);
  expect(titles).toEqual(['Configuration', 'Secrets', 'Watching', 'Logs', 'Roll-out', 'Repository']);
});
