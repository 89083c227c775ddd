import type { Params } from '@shared/errors/app-error';
import { ERROR_GROUPS, type ErrorCode } from '@shared/errors/error-catalogue';
import type { Translate } from './translator';

type Groups = typeof ERROR_GROUPS;
/** `error.<group>.<code>`: what a sentence and a next step stand under. */
export type ErrorKey = {
  [G in keyof Groups]: `error.${G}.${keyof Groups[G] & string}`;
}[keyof Groups];

// Built from the catalogue, so each code has its own group; the entries of an object lose that to the compiler.
const KEYS = Object.fromEntries(
  Object.entries(ERROR_GROUPS).flatMap(([group, codes]) =>
    Object.keys(codes).map((code) => [code, `error.${group}.${code}`]),
  ),
) as Record<ErrorCode, ErrorKey>;

export const errorKey = (code: ErrorCode): ErrorKey => KEYS[code];

/** Every value that the texts of errors name. */
export const ERROR_VALUES = [
  'by',
  'clock',
  'command',
  'day',
  'detail',
  'disk',
  'display',
  'exitCode',
  'file',
  'folder',
  'group',
  'host',
  'issuer',
  'key',
  'line',
  'max',
  'minutes',
  'name',
  'number',
  'reason',
  'signed',
  'version',
  'why',
  'word',
] as const;

/** The sentence and the next step of a failure. */
export const errorWords = (code: ErrorCode, translate: Translate, params: Params = {}) => ({
  sentence: translate(`${errorKey(code)}.sentence`, params),
  nextStep: translate(`${errorKey(code)}.nextStep`, params),
});
