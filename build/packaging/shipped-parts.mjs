import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';

const BUNDLES = ['main', 'preload', 'renderer'];

/** `@scope/name@version`: what a part is called in the lock file and in a bill of materials. */
export const partName = ({ name, version }) => `${name}@${version}`;

/** The packages of which something is in a bundle, each once, with the text of its licence. */
export function shippedParts() {
  const read = (bundle) =>
    JSON.parse(readFileSync(path.join(REPOSITORY, 'out', bundle, 'parts.json'), 'utf8'));
  const parts = new Map(BUNDLES.flatMap(read).map((part) => [partName(part), part]));
  return [...parts.values()].sort((a, b) => (partName(a) < partName(b) ? -1 : 1));
}
