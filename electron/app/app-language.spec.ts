import type { Locale } from '@shared/domain/settings/locales';
import type { Language } from '@shared/i18n/translator';
import { expect, it } from 'vitest';
import { createAppLanguage } from './app-language';

const languageOf = (locale: Locale): Language => ({ locale, translate: (key) => `${locale} ${key}` });

it('speaks a language as soon as its texts are loaded', async () => {
  const spoken = await createAppLanguage('it');
  expect(spoken.current().translate('shell.page.about')).toBe('Informazioni su');
  await spoken.change('en-GB');
  expect(spoken.current().locale).toBe('en-GB');
  expect(spoken.current().translate('shell.page.about')).toBe('About');
});

it('speaks the language that was chosen last, however the texts arrive', async () => {
  const arrivals = new Map<Locale, () => void>();
  const spoken = await createAppLanguage('en-GB', (locale) =>
    locale === 'en-GB'
      ? Promise.resolve(languageOf(locale))
      : new Promise((resolve) => arrivals.set(locale, () => resolve(languageOf(locale)))),
  );
  const changes = [spoken.change('it'), spoken.change('de')];
  expect(spoken.current().locale).toBe('en-GB');
  arrivals.get('de')?.();
  arrivals.get('it')?.();
  await Promise.all(changes);
  expect(spoken.current().locale).toBe('de');
  const last = [spoken.change('it'), spoken.change('de')];
  arrivals.get('it')?.();
  await Promise.all(last);
  expect(spoken.current().locale).toBe('de');
});
