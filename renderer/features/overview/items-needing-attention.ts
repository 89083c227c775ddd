import type { Params } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { timestampOf } from '@shared/domain/time/dates';
import { datedNotice } from '@shared/domain/status/date-notices';
import { needsHand } from '@shared/domain/licence/licence-summary';
import type { Status } from '@shared/domain/status/status';
import { paramsOfFlaw } from '@shared/i18n/params-of-flaw';
import type { SettingsState } from '@shared/domain/settings/settings-state';

/** One thing that needs a hand, most pressing first; `clock` is worded by the page itself. */
export type Attention =
  | { kind: 'settings-kept-aside'; code: ErrorCode; params: Params; fileName: string }
  | { kind: 'licence-server'; code: ErrorCode | null; id: string; name: string; nextTry: string | null }
  | { kind: 'refused-licence'; code: ErrorCode; params: Params; at: string }
  | { kind: 'notice'; code: ErrorCode; params: Params; since: string }
  | { kind: 'clock'; clock: string; floor: string; doubted: string | null };

/** All that a person should look at. */
export const attentionOf = (
  status: Status,
  keptAside: SettingsState['keptAside'],
  now: number,
): Attention[] => {
  // Those that the licence could not reach have a region of their own.
  const unable = status.licenceServers.filter(needsHand);
  const troubled = status.licenceServers.filter((server) => server.reason !== null && !needsHand(server));
  const shown = new Set<string | null>([
    ...[...troubled, ...unable].map(({ reason }) => reason),
    status.connection.reason,
  ]);
  return [
    ...(keptAside === null
      ? []
      : [
          {
            kind: 'settings-kept-aside' as const,
            code: keptAside.code,
            params: { file: keptAside.fileName },
            fileName: keptAside.fileName,
          },
        ]),
    ...troubled.map(({ id, name, reason, nextTry }) => ({
      kind: 'licence-server' as const,
      code: reason,
      id,
      name,
      nextTry,
    })),
    ...(status.refusedLicence === null
      ? []
      : [
          {
            kind: 'refused-licence' as const,
            code: status.refusedLicence.code,
            params: paramsOfFlaw(status.refusedLicence),
            at: status.refusedLicence.at,
          },
        ]),
    // A reason that stands beside its licence server or the connection already is not said twice, nor are the dates above.
    ...status.notices
      .filter((notice) => !shown.has(notice.code) && datedNotice(notice) === null)
      .map((notice) => ({ kind: 'notice' as const, ...notice })),
    ...(status.clock.isSuspect
      ? [
          {
            kind: 'clock' as const,
            clock: timestampOf(now),
            floor: status.clock.floor,
            doubted: status.clock.doubted,
          },
        ]
      : []),
  ];
};
