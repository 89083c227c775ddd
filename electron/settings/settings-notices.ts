import type { Notice } from '@shared/domain/status/status';
import type { SettingsReading } from './settings-file';

/** The notices about the settings in force: a file kept aside, a policy that is not believed. `now` in RFC 3339. */
export const settingsNotices = (
  {
    keptAside,
    policy,
    ignoredCommands = [],
  }: Pick<SettingsReading, 'keptAside' | 'policy'> & Partial<Pick<SettingsReading, 'ignoredCommands'>>,
  now: string,
): Notice[] => {
  const problem = policy?.problem ?? null;
  return [
    ...(keptAside === null
      ? []
      : [{ code: keptAside.code, params: { file: keptAside.fileName }, since: now }]),
    ...ignoredCommands
      .slice(0, 20)
      .map((name) => ({ code: 'reread-command-in-settings' as const, params: { name }, since: now })),
    ...(problem === null ? [] : [{ code: problem.code, params: problem.params, since: now }]),
  ];
};
