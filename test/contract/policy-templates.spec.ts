import path from 'node:path';
import { expect, it } from 'vitest';
import { LOCALES, type Locale } from '@shared/domain/settings/locales';
import { loadLanguage } from '@shared/i18n/translator';
import texts from '../../build/windows/policy-templates/texts.json' with { type: 'json' };
import { REPOSITORY } from '../support/documents/check-documents';
import {
  policyTemplate,
  policyTemplateTexts,
  TEMPLATE_LANGUAGES,
} from '../support/documents/policy-templates';

const FOLDER = path.join(REPOSITORY, 'build/windows/policy-templates');
const textsIn = async (language: (typeof TEMPLATE_LANGUAGES)[number]) =>
  policyTemplateTexts(language, (await loadLanguage(texts[language].locale as Locale)).translate);
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

it('the template holds every setting of a policy; npm run reference writes it anew', async () => {
  await expect(policyTemplate()).toMatchFileSnapshot(path.join(FOLDER, 'remote-service.admx'));
});

it.each(TEMPLATE_LANGUAGES)('the template has its texts in %s', async (language) => {
  expect(LOCALES).toContain(texts[language].locale);
  const file = path.join(FOLDER, language, 'remote-service.adml');
  await expect(await textsIn(language)).toMatchFileSnapshot(file);
});

it.each(TEMPLATE_LANGUAGES)(
  'every name in the template has its text and its field in %s, once',
  async (language) => {
    const template = policyTemplate();
    const words = await textsIn(language);
    const sorted = (names: string[]) => [...new Set(names)].sort();
    const strings = all(words, /<string id="(\w+)">[^<]/g);
    expect([...strings].sort()).toEqual(sorted(all(template, /\$\(string\.(\w+)\)/g)));
    const fields = all(words, /<presentation id="(\w+)">/g);
    expect([...fields].sort()).toEqual(sorted(all(template, /\$\(presentation\.(\w+)\)/g)));
  },
);
