import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';

/** More than a key and its line end; a larger file is none. */
export const KEY_FILE_CAP = 64;

/** 32 bytes as base64url. */
const KeyText = z.string().regex(/^[\w-]{43}$/);

export const keyTextOf = (bytes: Uint8Array) => `${Buffer.from(bytes).toString('base64url')}\n`;

/** Throws `AppError` `service-untrusted` for what is no key. */
export const keyOf = (text: string, file: string): Buffer => {
  const key = KeyText.safeParse(text.trim());
  if (!key.success) throw new AppError('service-untrusted', { file });
  return Buffer.from(key.data, 'base64url');
};
