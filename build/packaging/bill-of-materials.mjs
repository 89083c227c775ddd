import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError } from '../setup/report.mjs';
import { npm } from '../setup/run.mjs';
import { NAME } from './product.mjs';

/** Writes the bill of materials (CycloneDX) of what ships: the packages that the bundles name, and Electron. */
export async function writeBillOfMaterials(product, runtime, folder) {
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const { code, output } = await npm(words, { collect: true });
  if (code !== 0)
    throw new PlainError('The bill of materials could not be made: see the messages of npm above.');
  const bill = JSON.parse(output);
  const shipped = shippedParts();
  const components = bill.components.filter((part) => shipped.has(fullName(part)));
  const references = new Set(components.map((part) => part['bom-ref']));
  const purl = `pkg:npm/${NAME}@${product.version}`;
  Object.assign(bill.metadata.component, {
    ...{ 'bom-ref': `${NAME}@${product.version}`, name: NAME, version: product.version, purl },
  });
  bill.components = [...components, electronComponent(runtime.version)];
  bill.dependencies = bill.dependencies.filter(({ ref }) => references.has(ref));
  const file = path.join(folder, `${NAME}-${product.version}.cdx.json`);
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  return file;
}

function fullName({ group, name, version }) {
  return `${group ? `${group}/` : ''}${name}@${version}`;
}

function shippedParts() {
  const read = (bundle) =>
    JSON.parse(readFileSync(path.join(REPOSITORY, 'out', bundle, 'parts.json'), 'utf8'));
  return new Set(['main', 'preload', 'renderer'].flatMap(read).map(fullName));
}

function electronComponent(version) {
  return {
    'bom-ref': `electron@${version}`,
    type: 'framework',
    name: 'electron',
    version,
    purl: `pkg:npm/electron@${version}`,
    licenses: [{ license: { id: 'MIT' } }],
  };
}
