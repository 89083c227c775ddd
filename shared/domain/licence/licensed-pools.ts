import type { LicensedFeature, LicensedPool } from './licence-summary';
import type { LicenceAt, LicencePool } from './flexnet/in-force';
import type { z } from 'zod';

const MAX_POOLS = 500;

const shown = ({ name, version, count, state, startsOn, expiresOn, pool }: LicencePool): LicensedPool => ({
  id: name.slice(0, 100),
  name: name.slice(0, 200),
  quantity: typeof count === 'number' ? count : null,
  expiresOn,
  version: version?.slice(0, 64) ?? null,
  state,
  startsOn,
  pool: pool.slice(0, 200),
});

/** The pools of a licence as pages and commands show them: as many as fit, and how many more there are. */
export const licensedPools = ({ pools }: LicenceAt): { features: LicensedPool[]; moreFeatures: number } => ({
  features: pools.slice(0, MAX_POOLS).map(shown),
  moreFeatures: Math.max(0, pools.length - MAX_POOLS),
});

/** What is left when each feature is one line: what counts of it, and the day on which something of it ends. */
export function countedFeatures(pools: readonly LicensedPool[]): z.output<typeof LicensedFeature>[] {
  const counted = (state: LicensedPool['state']) => pools.filter((pool) => pool.state === state);
  const inForce = counted('in-force');
  const later = inForce.length > 0 ? inForce : [...counted('not-yet'), ...counted('ended')];
  const features = new Map<string, z.output<typeof LicensedFeature>>();
  for (const { id, name, quantity, expiresOn } of later) {
    const known = features.get(id.toLowerCase());
    if (known === undefined) features.set(id.toLowerCase(), { id, name, quantity, expiresOn });
    else {
      known.quantity = known.quantity === null || quantity === null ? null : known.quantity + quantity;
      known.expiresOn = [known.expiresOn, expiresOn].filter((day) => day !== null).sort()[0] ?? null;
    }
  }
  return [...features.values()];
}
