import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { SETTING_KEYS } from '@shared/domain/settings/setting-keys';
import { loadMessages } from '@shared/i18n/messages';
import { loadLanguage } from '@shared/i18n/translator';
import { REPOSITORY } from '../support/documents/check-documents';
import { commandsPage } from '../support/documents/commands-page';
import { contractsPage } from '../support/documents/contracts-page';
import { errorsPage } from '../support/documents/errors-page';
import { eventsPage } from '../support/documents/events-page';
import { settingsPage } from '../support/documents/settings-page';

const { translate } = await loadLanguage('en-GB');
const messages = await loadMessages('en-GB');

it.each([
  ['contracts', contractsPage],
  ['errors', () => errorsPage(messages)],
  ['events', eventsPage],
  ['settings', () => settingsPage(translate)],
  ['commands', () => commandsPage(translate)],
])('the page %s says what the program does; npm run reference writes it anew', async (name, write) => {
  await expect(write()).toMatchFileSnapshot(path.join(REPOSITORY, 'shared/reference', `${name}.md`));
});

it('every setting has its meaning in the description of the settings', () => {
  const text = readFileSync(path.join(REPOSITORY, 'electron/settings/README.md'), 'utf8');
  expect(SETTING_KEYS.filter((key) => !text.includes(`\`${key}\``))).toEqual([]);
});
