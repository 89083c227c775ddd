import { LOCALES } from '@shared/domain/settings/locales';
import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import { expect, it } from 'vitest';
import { translateWith } from '@renderer/i18n/use-translation';
import { createPageI18n, createSpeaker, loadPageI18n } from './language';

const about = ({ global }: Awaited<ReturnType<typeof loadPageI18n>>) =>
  translateWith(global)('shell.page.about');

it('starts with the texts of one language only', async () => {
  const i18n = await loadPageI18n('it-CH');
  expect(i18n.global.availableLocales).toEqual(['it']);
  expect(about(i18n)).toBe('Informazioni su');
  expect(document.documentElement.lang).toBe('it');
});

it('starts in the language that stands in its address', async () => {
  history.replaceState(null, '', '?language=de');
  expect(about(await loadPageI18n())).toBe('Info');
  history.replaceState(null, '', '?');
});

it('speaks another language when its texts are there', async () => {
  const i18n = createPageI18n('en-GB', messages);
  const speaking = createSpeaker(i18n)('de');
  expect(about(i18n)).toBe('About');
  await speaking;
  expect(about(i18n)).toBe('Info');
  expect(document.documentElement.lang).toBe('de');
});

it('speaks the language that was asked for last', async () => {
  const i18n = createPageI18n('en-GB', messages);
  const speak = createSpeaker(i18n);
  await Promise.all([...LOCALES, 'it' as const].map(speak));
  expect(i18n.global.locale.value).toBe('it');
  await Promise.all([speak('de'), speak('en-GB')]);
  expect(i18n.global.locale.value).toBe('en-GB');
});
