import type { LicensedPool } from '@shared/domain/licence/licence-summary';
import { formatDay } from './format';
import type { Locale } from '@shared/domain/settings/locales';
import type { Translate } from './translator';

type Texts = { translate: Translate; locale: Locale };

/** The state of a pool of licences in words. */
const poolState = (
  { state, startsOn }: Pick<LicensedPool, 'state' | 'startsOn'>,
  { translate, locale }: Texts,
) => translate(`page.licence.pool.${state}`, { day: startsOn === null ? '' : formatDay(startsOn, locale) });

/** A pool of licences in words: feature and count, version, until when, what parts it from others, and its state. */
export const poolWords = (pool: LicensedPool, texts: Texts): string[] => {
  const { translate, locale } = texts;
  const { name, quantity, version, expiresOn, state } = pool;
  const until = expiresOn === null ? translate('commandLine.value.withoutEnd') : formatDay(expiresOn, locale);
  return [
    quantity === null ? name : translate('commandLine.value.feature', { name, quantity }),
    version ?? '',
    state === 'decimal' ? '' : until,
    pool.pool,
    poolState(pool, texts),
  ].filter((word) => word !== '');
};
