import { resolveValue } from '@intlify/core-base';
import { expect, it } from 'vitest';
import { LOCALES } from '@shared/domain/settings/locales';
import { loadMessages } from '@shared/i18n/messages';
import { Registration } from './requests';
import { FIELD_TYPES, WHAT_IS_SENT } from './what-is-sent';

it('names every field of every payload, however deep, with its type', () => {
  const registration = WHAT_IS_SENT.find(({ name }) => name === 'registration');
  expect(registration?.fields.map(({ path }) => path)).toEqual(Object.keys(Registration.shape));
  const status = WHAT_IS_SENT.find(({ name }) => name === 'status')?.fields ?? [];
  expect(status).toContainEqual({ path: 'at', type: 'date', isOptional: false });
  expect(status).toContainEqual({ path: 'productVersion', type: 'text', isOptional: true });
  expect(status).toContainEqual({ path: 'licence.maintenanceUntil', type: 'date', isOptional: true });
  expect(status).toContainEqual({ path: 'licenceServers[].kind', type: 'choice', isOptional: false });
  expect(status).toContainEqual({ path: 'licenceServers[].reason', type: 'text', isOptional: true });
});

it.each(LOCALES)('explains each of them in %s', async (locale) => {
  const messages = await loadMessages(locale);
  const keys = WHAT_IS_SENT.flatMap(({ name, fields }) => [
    `page.whatIsSent.payload.${name}.title`,
    `page.whatIsSent.payload.${name}.when`,
    ...fields.map(({ path }) => `page.whatIsSent.field.${fieldName(path)}`),
  ]);
  for (const key of [...keys, ...FIELD_TYPES.map((type) => `page.whatIsSent.type.${type}`)]) {
    expect(resolveValue(messages, key), key).toEqual(expect.any(String));
  }
});

const fieldName = (path: string) => path.split('.').at(-1)?.replace('[]', '') ?? '';
