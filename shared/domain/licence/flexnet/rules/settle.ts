import { featureKey } from '../lines/feature-key';
import type { Grant, Upgrade } from '../lines/grant-line';
import { unpack } from './packages';
import { ignoredLines } from './precedence';
import type { FlexnetFile, SettledGrant } from './flexnet-file';
import { isSuperseded, supersessionsOf } from './supersede';
import { applyUpgrades } from './upgrades';

type Lines = Pick<FlexnetFile, 'grants' | 'upgrades' | 'packages'>;

export type SettledLines = { settled: SettledGrant[]; baseless: Upgrade[]; isTooLong: boolean };

/**
 * The lines after supersession, packages, precedence and upgrades. `baseless` upgrades grant nothing; `isTooLong` where the
 * packages would make more lines than are read.
 */
export function settleLines({ grants, upgrades, packages }: Lines): SettledLines {
  const supersessions = supersessionsOf([...grants, ...upgrades]);
  const isOld = (line: Grant | Upgrade) => isSuperseded(line, supersessions);
  const valid = grants.filter((grant) => !isOld(grant));
  const unpacked = unpack(valid, packages);
  const lines = unpacked ?? valid;
  const current = lines.filter((line) => !isOld(line));
  const ignored = ignoredLines(current);
  const result = applyUpgrades(
    current.filter((line) => !ignored.has(line)),
    upgrades.filter((line) => !isOld(line)),
  );
  const superseded = [...grants.filter(isOld), ...lines.filter(isOld)];
  return {
    settled: [
      ...result.grants.map((line) => ({ ...line, fate: 'counts' as const })),
      ...superseded.map((line) => ({ ...line, fate: 'superseded' as const })),
      ...[...ignored].map((line) => ({ ...line, fate: 'ignored' as const })),
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
  const isTouched = ({ name, vendor }: Pick<Grant, 'name' | 'vendor'>) =>
    doubtful.has(null) || doubtful.has(featureKey(name, vendor));
  const touched = new Set([...file.grants, ...file.upgrades].filter(isTouched).map(({ line }) => line));
  return settled
    .map((grant): SettledGrant => {
      return touched.has(grant.line) || isTouched(grant) ? { ...grant, fate: 'doubtful' } : grant;
    })
    .sort((one, other) => one.line - other.line);
}
