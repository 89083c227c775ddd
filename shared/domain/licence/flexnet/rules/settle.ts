import type { Grant, Upgrade } from '../lines/grant-line';
import { unpack } from './packages';
import { ignoredLines } from './precedence';
import type { FlexnetFile, SettledGrant } from './flexnet-file';
import { isSuperseded, supersessionsOf } from './supersede';
import { applyUpgrades } from './upgrades';

type Lines = Pick<FlexnetFile, 'grants' | 'upgrades' | 'packages' | 'repeated'>;

export type SettledLines = { settled: SettledGrant[]; baseless: Upgrade[]; isTooLong: boolean };

function parted<Line>(lines: readonly Line[], is: (line: Line) => boolean): [are: Line[], others: Line[]] {
  const are: Line[] = [];
  const others: Line[] = [];
  for (const line of lines) (is(line) ? are : others).push(line);
  return [are, others];
}

/**
 * The lines after supersession, packages, precedence and upgrades. A line that is there twice, signature and all, counts
 * once, as it was issued once. `baseless` upgrades grant nothing; `isTooLong` where the packages would make more lines
 * than are read.
 */
export function settleLines({ grants, upgrades, packages, repeated }: Lines): SettledLines {
  const supersessions = supersessionsOf([...grants, ...upgrades]);
  const isOld = (line: Grant | Upgrade) => isSuperseded(line, supersessions);
  const [again, once] = parted(grants, ({ line }) => repeated.has(line));
  const [old, valid] = parted(once, isOld);
  const unpacked = unpack(valid, packages);
  const lines = unpacked ?? valid;
  const [oldComponents, current] = parted(lines, isOld);
  const ignored = ignoredLines(current);
  const result = applyUpgrades(
    current.filter((line) => !ignored.has(line)),
    upgrades.filter((line) => !isOld(line) && !repeated.has(line.line)),
  );
  const superseded = [...old, ...oldComponents];
  return {
    settled: [
      ...result.grants.map((line) => ({ ...line, fate: 'counts' as const })),
      ...superseded.map((line) => ({ ...line, fate: 'superseded' as const })),
      ...[...again, ...ignored].map((line) => ({ ...line, fate: 'ignored' as const })),
    ],
    baseless: result.baseless,
    isTooLong: unpacked === null,
  };
}

/**
 * The lines of a file in its order, each with its fate. Those that a problem touches are in doubt, and so is what packages
 * made of them.
 */
export function withDoubts(settled: readonly SettledGrant[], file: FlexnetFile): SettledGrant[] {
  const doubtful = new Set(file.doubtful);
  if (doubtful.size === 0) return [...settled].sort((one, other) => one.line - other.line);
  const isTouched = ({ feature }: Pick<Grant, 'feature'>) => doubtful.has(null) || doubtful.has(feature);
  const touched = new Set([...file.grants, ...file.upgrades].filter(isTouched).map(({ line }) => line));
  return settled
    .map((grant): SettledGrant => {
      return touched.has(grant.line) || isTouched(grant) ? { ...grant, fate: 'doubtful' } : grant;
    })
    .sort((one, other) => one.line - other.line);
}
