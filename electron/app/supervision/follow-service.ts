import type { ActivityAppended } from '@shared/domain/activity/activity';
import type { CheckChange } from '@shared/domain/connection/check-change';
import { ChangeFollower } from '@shared/domain/changes/change-follower';
import type { StatusSnapshot } from '@shared/domain/status/status';
import { statusRules } from '@shared/domain/status/status-change';
import type { ServiceClient } from '@shared/contract/service/service-contract';

export interface FollowParts {
  /** Told of every newer status. */
  onStatus: (snapshot: StatusSnapshot) => void;
  onActivity: (appended: ActivityAppended) => void;
  onCheck: (change: CheckChange) => void;
  /** The service ends because a person has asked for it, and is not to be started again. */
  onEndsForGood: () => void;
  /** The service knows this app; before its status is read. */
  onAttending: () => Promise<void>;
}

/** Hears what the service tells, then reads its status once. */
export const followService = async (client: ServiceClient, parts: FollowParts): Promise<void> => {
  const status = new ChangeFollower(statusRules, {
    read: async () => {
      const reply = await client.status.read();
      return reply.ok ? reply.value : null;
    },
    onDocument: parts.onStatus,
  });
  client.status.changed(status.changed);
  client.activity.appended(parts.onActivity);
  client.check.progress(parts.onCheck);
  client.lifetime.ending(({ isForGood }) => {
    if (isForGood) parts.onEndsForGood();
  });
  // From now on the service may have this app put a request for assistance before the person at the screen.
  await client.assistance.attend();
  await parts.onAttending();
  await status.read();
};
