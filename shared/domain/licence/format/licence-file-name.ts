const ALLOWED = /^[A-Za-z0-9._-]{1,64}$/;
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;
const FALLBACK = 'licence.lic';

/** A plain file name that every supported system takes as one, and that cannot lead out of its folder. */
export const isSafeFileName = (name: string): boolean =>
  ALLOWED.test(name) &&
  !name.startsWith('.') &&
  !name.endsWith('.') &&
  !RESERVED_ON_WINDOWS.test(name.split('.', 1)[0] ?? '');

/**
 * The name under which a licence is installed or offered for saving: the one of the settings where that is
 * safe, else one made from the licence id. The name inside a licence package is never used.
 */
export function licenceFileName(fileNameInSettings: string | null | undefined, licenceId: string): string {
  if (fileNameInSettings && isSafeFileName(fileNameInSettings)) return fileNameInSettings;
  const made = `licence-${licenceId.replaceAll(/[^A-Za-z0-9_-]/g, '').slice(0, 50)}.lic`;
  return isSafeFileName(made) ? made : FALLBACK;
}
