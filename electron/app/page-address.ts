export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'remote-service';
export const PAGE_ADDRESS = `${PAGE_SCHEME}://${PAGE_HOST}/index.html`;

/** Whether an address is one of our own pages: parsed and compared in parts, never by its beginning. */
export const isOwnPage = (address: string) => {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${PAGE_SCHEME}:` && host === PAGE_HOST && username === '' && password === '';
};
