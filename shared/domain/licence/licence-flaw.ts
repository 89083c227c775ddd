import type { LicenceFlaw } from './licence-summary';
import { namesHostId } from './flexnet/lines/host-id';
import type { LicenceAt } from './flexnet/in-force';
import type { FlexnetFile } from './flexnet/rules/flexnet-file';

/** The first day of what has not begun; null = none. */
const firstStart = ({ pools }: LicenceAt): string | null =>
  pools
    .flatMap(({ state, startsOn }) => (state === 'not-yet' && startsOn !== null ? [startsOn] : []))
    .sort()[0] ?? null;

/**
 * What keeps a licence server from using a file at a moment: a line that it cannot read, all licences over, none of them
 * begun. null = nothing; licences in decimal form are taken on trust, as nobody but their publisher can read them.
 */
export function flawOf({ problems }: FlexnetFile, at: LicenceAt): LicenceFlaw | null {
  const [problem] = problems;
  if (problem !== undefined) return problem;
  if (at.state === 'ended') return { code: 'flexnet-ended', line: null, word: at.expiresOn };
  if (at.state === 'not-yet') return { code: 'flexnet-not-yet', line: null, word: firstStart(at) };
  return null;
}

/** Whether one of the SERVER lines is for this host id, or for any; also where the file has none. */
export const namesHost = ({ servers }: FlexnetFile, hostId: string): boolean =>
  servers.length === 0 || servers.some(({ hostIds }) => namesHostId(hostIds, hostId));
