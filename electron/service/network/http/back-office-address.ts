import { AppError } from '@shared/errors/app-error';

const LOOPBACK = ['127.0.0.1', '[::1]'];

/**
 * The address as a URL. Throws `back-office-address-refused` for anything but https (plain http for 127.0.0.1 and ::1
 * only) and for a login inside it.
 */
export const checkedAddress = (address: string): URL => {
  const refused = () => new AppError('back-office-address-refused');
  if (!URL.canParse(address)) throw refused();
  const url = new URL(address);
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && LOOPBACK.includes(url.hostname));
  if (!isSafe || url.username !== '' || url.password !== '') throw refused();
  return url;
};

/** The address of a call: `path` is put behind the base, and the result must still be on the same server below it. */
export const addressOf = (base: URL, path: string): string => {
  const root = base.pathname.replace(/\/$/, '');
  const url = new URL(`${base.origin}${root}${path}`);
  if (url.origin !== base.origin || !url.pathname.startsWith(`${root}/`)) {
    throw new AppError('back-office-address-refused');
  }
  return url.href;
};
