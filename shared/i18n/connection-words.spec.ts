import { expect, it } from 'vitest';
import { CONNECTION_REASONS } from '@shared/errors/error-catalogue';
import { connectionWords } from './connection-words';
import { LOCALES } from '@shared/domain/settings/locales';
import messages from './locales/en-GB.json' with { type: 'json' };
import { createTranslator, loadLanguage } from './translator';

it('adds the reason of a failure in a few words', () => {
  const translate = createTranslator('en-GB', messages);
  expect(connectionWords({ state: 'connected', reason: null }, translate)).toBe('Connected');
  expect(connectionWords({ state: 'failed', reason: 'proxy-login-refused' }, translate)).toBe(
    'Connection failed · proxy login refused',
  );
});

it.each(LOCALES)('is short enough for a pill in %s', async (locale) => {
  const { translate } = await loadLanguage(locale);
  for (const reason of CONNECTION_REASONS) {
    const words = connectionWords({ state: 'failed', reason }, translate);
    expect(words).not.toContain('connectionReason.');
    expect(words.length).toBeLessThanOrEqual(72);
  }
});
