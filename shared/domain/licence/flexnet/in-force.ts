import type { Count } from './lines/grant-line';
import type { FlexnetFile } from './rules/flexnet-file';
import type { SettledGrant } from './rules/flexnet-file';
import { nextDayAfter, utcDay } from '@shared/domain/time/dates';

/**
 * What a pool of licences is at a moment. `superseded` by a later line, `ignored` beside the FEATURE line that counts or one that
 * says the same,
 * `doubtful` because a problem of the file touches it, `decimal` = only the publisher's tools can tell.
 */
export const POOL_STATES = [
  'in-force',
  'not-yet',
  'ended',
  'superseded',
  'ignored',
  'doubtful',
  'decimal',
] as const;
type PoolState = (typeof POOL_STATES)[number];

/** Licences of one feature, version and set of attributes that count together, in one state. Days in UTC. */
export type LicencePool = {
  name: string;
  vendor: string;
  /** null, as the count, for a licence in decimal form. */
  version: string | null;
  count: Count | null;
  state: PoolState;
  /** The first usable day where one is named; of several lines the earliest. */
  startsOn: string | null;
  /** The last usable day, null = without end; of several lines the earliest, for then there is less of it; of ended ones the latest. */
  expiresOn: string | null;
  /** The machines it is locked to; empty = it floats. */
  hostIds: readonly string[];
  /** The attributes that part it from other pools of the feature; empty = none. */
  pool: string;
  serialNumbers: string[];
  /** Of the file, from 1. */
  lines: number[];
};

/** A licence file at a moment. */
export type LicenceAt = {
  pools: LicencePool[];
  /** `unusable` where nothing counts because of what is wrong with the file; `unknown` = all of it is in decimal form. */
  state: 'in-force' | 'not-yet' | 'ended' | 'unusable' | 'unknown';
  /** Of lines in force; of a licence that is over or has not begun, its own. Never of a superseded or doubtful line. */
  serialNumbers: string[];
  /** The earliest day on which something in force ends; of a licence that is over, its last day; null = none. */
  expiresOn: string | null;
  /** When the answer changes by itself, in ms since the epoch; null = never. */
  changesAt: number | null;
};

function stateOf({ fate, startsOn, expiresOn }: SettledGrant, today: string): PoolState {
  if (fate !== 'counts') return fate;
  if (expiresOn !== null && expiresOn < today) return 'ended';
  return startsOn !== null && startsOn > today ? 'not-yet' : 'in-force';
}

const earliest = (one: string | null, other: string | null): string | null => {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
};

const latest = (one: string | null, other: string | null): string | null => {
  if (one === null || other === null) return one ?? other;
  return one < other ? other : one;
};

const sum = (one: Count | null, other: Count): Count =>
  one === 'uncounted' || other === 'uncounted' ? 'uncounted' : (one ?? 0) + other;

function addLine(pool: LicencePool, grant: SettledGrant): void {
  pool.count = sum(pool.count, grant.count);
  pool.expiresOn = (pool.state === 'ended' ? latest : earliest)(pool.expiresOn, grant.expiresOn);
  pool.startsOn = earliest(pool.startsOn, grant.startsOn);
  if (grant.serialNumber !== null && !pool.serialNumbers.includes(grant.serialNumber)) {
    pool.serialNumbers.push(grant.serialNumber);
  }
  pool.lines.push(grant.line);
}

/** One for 1.0 and 1.00; of a version that is no number, its letters. */
const versionKey = (version: string): number | string => {
  const number = Number(version);
  return Number.isNaN(number) ? version.toLowerCase() : number;
};

function poolsOf(grants: readonly SettledGrant[], today: string): LicencePool[] {
  const pools = new Map<string, LicencePool>();
  for (const grant of grants) {
    const { name, vendor, feature, version, hostIds, pool } = grant;
    const state = stateOf(grant, today);
    const key = `${feature}\n${versionKey(version)}\n${state}\n${pool.toLowerCase()}`;
    let found = pools.get(key);
    if (!found) {
      found = {
        name,
        vendor,
        version,
        count: null,
        state,
        startsOn: null,
        expiresOn: null,
        hostIds,
        pool,
        serialNumbers: [],
        lines: [],
      };
      pools.set(key, found);
    }
    addLine(found, grant);
  }
  return [...pools.values()];
}

const decimalPools = ({ decimals }: FlexnetFile): LicencePool[] =>
  decimals.map(({ line, vendor, name }) => ({
    ...{ name, vendor, version: null, count: null, state: 'decimal', startsOn: null, expiresOn: null },
    ...{ hostIds: [], pool: '', serialNumbers: [], lines: [line] },
  }));

function overallState(file: FlexnetFile, pools: readonly LicencePool[]): LicenceAt['state'] {
  const has = (state: PoolState) => pools.some((pool) => pool.state === state);
  if (has('in-force')) return 'in-force';
  if (file.problems.length > 0) return 'unusable';
  if (has('not-yet')) return 'not-yet';
  if (has('ended')) return 'ended';
  return has('decimal') ? 'unknown' : 'unusable';
}

function expiryOf(state: LicenceAt['state'], pools: readonly LicencePool[]): string | null {
  const days = pools.flatMap((pool) => (pool.state === state ? (pool.expiresOn ?? []) : [])).sort();
  return (state === 'ended' ? days.at(-1) : days[0]) ?? null;
}

function changesAt(grants: readonly SettledGrant[], moment: number): number | null {
  const today = utcDay(moment);
  const times = grants.flatMap(({ fate, startsOn, expiresOn }) => {
    if (fate !== 'counts') return [];
    const start = startsOn !== null && startsOn > today ? [Date.parse(`${startsOn}T00:00:00Z`)] : [];
    const end =
      expiresOn !== null && expiresOn >= today ? [nextDayAfter(Date.parse(`${expiresOn}T00:00:00Z`))] : [];
    return [...start, ...end];
  });
  return times.length === 0 ? null : times.reduce((one, other) => Math.min(one, other));
}

/**
 * What a licence file is worth at a moment (ms since the epoch): a function of these two alone. The named expiry is the
 * last usable day, in UTC.
 */
export function inForceAt(file: FlexnetFile, moment: number): LicenceAt {
  const grants = file.settled;
  const pools = [...poolsOf(grants, utcDay(moment)), ...decimalPools(file)];
  const state = overallState(file, pools);
  const serials = pools.flatMap((pool) => (pool.state === state ? pool.serialNumbers : []));
  return {
    ...{ pools, state, serialNumbers: [...new Set(serials)] },
    expiresOn: expiryOf(state, pools),
    changesAt: changesAt(grants, moment),
  };
}
