const WINDOWS_FOLDER = /^[A-Za-z]:\\[A-Za-z0-9 _.-]{1,64}$/;

/** The Windows folder; what is no plain folder right below a drive is not believed. */
export const windowsFolder = (environment: NodeJS.ProcessEnv = process.env): string => {
  const given = environment['SystemRoot'] ?? '';
  return WINDOWS_FOLDER.test(given) ? given : 'C:\\Windows';
};
