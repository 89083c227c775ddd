import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../setup/report.mjs';
import { npm } from '../setup/run.mjs';
import { NAME } from './product.mjs';

/** Writes the bill of materials (CycloneDX) of what ships: the packages of the bundle, and Electron. */
export async function writeBillOfMaterials(product, runtime, folder) {
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev'];
  const { code, output } = await npm([...words, '--package-lock-only'], { collect: true });
  if (code !== 0)
    throw new PlainError('The bill of materials could not be made: see the messages of npm above.');
  const bill = JSON.parse(output);
  bill.metadata.component.version = product.version;
  bill.components.push(electronComponent(runtime.version));
  const file = path.join(folder, `${NAME}-${product.version}.cdx.json`);
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  return file;
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
