import type { Locale } from '@shared/domain/settings/locales';

export const PAGE_SCHEME = 'app';
const PAGE_HOST = 'remote-service';

/** The address of a page, with the language it is to start in: its texts are then the only ones it loads. */
const addressOf = (file: string, locale: Locale) =>
  `${PAGE_SCHEME}://${PAGE_HOST}/${file}?language=${locale}`;

export const pageAddress = (locale: Locale) => addressOf('index.html', locale);

/** The page of the small windows of remote assistance; which of them it is stands behind the `#`. */
export const assistanceAddress = (kind: string, locale: Locale) =>
  `${addressOf('assistance.html', locale)}#${kind}`;

/** Whether an address is one of our own pages: parsed and compared in parts, never by its beginning. */
export const isOwnPage = (address: string) => {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${PAGE_SCHEME}:` && host === PAGE_HOST && username === '' && password === '';
};
