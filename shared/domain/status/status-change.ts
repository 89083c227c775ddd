import { z } from 'zod';
import { ChangePlace, joinChanges, type ChangeRules } from '@shared/domain/changes/change';
import { LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import { Status, type StatusSnapshot } from './status';

const MOST_SERVERS = 100;

/** The parts of the status that are new since an earlier revision; a licence server is told as a whole. */
export const StatusChange = z.strictObject({
  ...ChangePlace,
  status: Status.omit({ licenceServers: true }).partial(),
  licenceServers: z.strictObject({
    /** The ids of all, in their order; null where there are the same ones in the same order. */
    order: z.array(LicenceServerStatus.shape.id).max(MOST_SERVERS).nullable(),
    changed: z.array(LicenceServerStatus).max(MOST_SERVERS),
  }),
});
export type StatusChange = z.output<typeof StatusChange>;

const isSame = (left: unknown, right: unknown) =>
  left === right || JSON.stringify(left) === JSON.stringify(right);

const byId = (servers: readonly LicenceServerStatus[]) =>
  new Map(servers.map((server) => [server.id, server]));

const serversChange = (
  before: readonly LicenceServerStatus[],
  after: readonly LicenceServerStatus[],
): StatusChange['licenceServers'] => {
  const known = byId(before);
  const order = after.map(({ id }) => id);
  const isSameOrder = isSame(
    order,
    before.map(({ id }) => id),
  );
  return {
    order: isSameOrder ? null : order,
    changed: after.filter((server) => !isSame(server, known.get(server.id))),
  };
};

const membersOf = (status: Status) => Object.entries(status).filter(([name]) => name !== 'licenceServers');

/** The whole status as one change. */
export const wholeStatus = ({ epoch, rev, status }: StatusSnapshot): StatusChange => ({
  ...{ epoch, from: null, rev, status: Object.fromEntries(membersOf(status)) },
  licenceServers: { order: status.licenceServers.map(({ id }) => id), changed: status.licenceServers },
});

/** What is new in `after`; null where nothing is. */
export const statusChange = (before: StatusSnapshot, after: StatusSnapshot): StatusChange | null => {
  if (before.epoch !== after.epoch) return wholeStatus(after);
  const old: Record<string, unknown> = before.status;
  const members = membersOf(after.status).filter(([name, value]) => !isSame(value, old[name]));
  const licenceServers = serversChange(before.status.licenceServers, after.status.licenceServers);
  const hasServers = licenceServers.order !== null || licenceServers.changed.length > 0;
  if (members.length === 0 && !hasServers) return null;
  const { epoch, rev } = after;
  return { epoch, from: before.rev, rev, status: Object.fromEntries(members), licenceServers };
};

/** Two changes of the status as one. */
export const joinStatusChanges = (first: StatusChange, next: StatusChange): StatusChange =>
  joinChanges(first, next, (earlier, later) => {
    const servers = byId([...earlier.licenceServers.changed, ...later.licenceServers.changed]);
    const order = later.licenceServers.order ?? earlier.licenceServers.order;
    const kept = order ?? [...servers.keys()];
    return {
      status: { ...earlier.status, ...later.status },
      licenceServers: { order, changed: kept.flatMap((id) => servers.get(id) ?? []) },
    };
  });

export const statusRules: ChangeRules<StatusSnapshot, StatusChange> = {
  placeOf: ({ epoch, rev }) => ({ epoch, rev }),
  advance: (snapshot, { epoch, rev, status, licenceServers: { order, changed } }) => {
    const before = snapshot?.status.licenceServers ?? [];
    const servers = byId([...before, ...changed]);
    const ids = order ?? before.map(({ id }) => id);
    const licenceServers = ids.flatMap((id) => servers.get(id) ?? []);
    return { epoch, rev, status: { ...snapshot?.status, ...status, licenceServers } as Status };
  },
  join: joinStatusChanges,
};
