export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'remote-service';
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/index.html`;

/** The page of the small windows of remote assistance; which of them it is stands behind the `#`. */
export const ASSISTANCE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/assistance.html`;

/** Whether an address is one of our own pages: parsed and compared in parts, never by its beginning. */
export const isOwnPage = (address: string) => {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${PAGE_SCHEME}:` && host === PAGE_HOST && username === '' && password === '';
};
