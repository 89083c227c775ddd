import { WHAT_IS_SENT } from '@shared/back-office/what-is-sent';
import { enableAutoUnmount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { openPage } from '@renderer/pages/page.fixture';
import './WhatIsSentPage.vue';

enableAutoUnmount(afterEach);

it.each(['en-GB', 'it'] as const)('shows every field of every payload in %s', async (locale) => {
  const { page } = await openPage({ path: '/what-is-sent', locale });
  const shown = page.findAll('code').map((code) => code.text());
  expect(shown).toEqual(WHAT_IS_SENT.flatMap(({ fields }) => fields.map(({ path }) => path)));
  expect(page.findAll('table')).toHaveLength(WHAT_IS_SENT.length);
});
