import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../setup/report.mjs';
import { npm, run } from '../setup/run.mjs';
import { NAME } from './product.mjs';
import { partName, shippedParts } from './shipped-parts.mjs';

/** Writes the bill of materials (CycloneDX) of what ships: the packages that the bundles name, and the runtime's own parts. */
export async function writeBillOfMaterials(product, runtime, folder) {
  const words = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
  const { code, output } = await npm(words, { collect: true });
  if (code !== 0)
    throw new PlainError('The bill of materials could not be made: see the messages of npm above.');
  const bill = billOf(JSON.parse(output), product, runtimeParts(await runtimeVersions(runtime)));
  const file = path.join(folder, `${NAME}-${product.version}.cdx.json`);
  writeFileSync(file, `${JSON.stringify(bill, null, 2)}\n`);
  return file;
}

/** What npm lists, without what does not ship; nothing in it is named that is not in it. */
function billOf(listed, product, runtime) {
  const shipped = new Set(shippedParts().map(partName));
  const packages = listed.components.filter((part) => shipped.has(fullName(part)));
  const components = [...packages, ...runtime];
  const isThere = (reference) => components.some((part) => part['bom-ref'] === reference);
  const program = `${NAME}@${product.version}`;
  const kept = listed.dependencies.filter(({ ref }) => isThere(ref));
  const named = new Set(kept.flatMap(({ dependsOn = [] }) => dependsOn));
  // What nothing else brings in belongs to the program itself.
  const own = components.map((part) => part['bom-ref']).filter((reference) => !named.has(reference));
  const dependencies = [
    { ref: program, dependsOn: own },
    ...kept.map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter(isThere) })),
    ...runtime.map((part) => ({ ref: part['bom-ref'], dependsOn: [] })),
  ];
  const bill = { ...listed, components, dependencies };
  bill.metadata.timestamp = new Date(Number(product.epoch) * 1000).toISOString();
  Object.assign(bill.metadata.component, {
    ...{ 'bom-ref': program, name: NAME, version: product.version, purl: `pkg:npm/${program}` },
  });
  delete bill.serialNumber;
  return { ...bill, serialNumber: `urn:uuid:${uuidOf(JSON.stringify(bill))}` };
}

/** The same number for the same content. */
function uuidOf(text) {
  const hex = createHash('sha256').update(text).digest('hex');
  const version = `5${hex.slice(13, 16)}`;
  return [hex.slice(0, 8), hex.slice(8, 12), version, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}

function fullName({ group, name, version }) {
  return partName({ name: group ? `${group}/${name}` : name, version });
}

async function runtimeVersions(runtime) {
  const script =
    'const { electron, chrome, node } = process.versions; console.log(JSON.stringify({ electron, chrome, node }))';
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const { code, output } = await run(runtime.executable, ['-e', script], { env, collect: true, quiet: true });
  if (code !== 0) throw new PlainError('Electron could not be asked for its versions.');
  return JSON.parse(output);
}

function runtimeParts({ electron, chrome, node }) {
  const part = (name, version, purl, licence, type) => ({
    'bom-ref': `${name}@${version}`,
    ...{ type, name, version, purl, licenses: [{ license: { id: licence } }] },
  });
  return [
    part('electron', electron, `pkg:npm/electron@${electron}`, 'MIT', 'framework'),
    part('chromium', chrome, `pkg:generic/chromium@${chrome}`, 'BSD-3-Clause', 'framework'),
    part('node', node, `pkg:generic/node@${node}`, 'MIT', 'framework'),
  ];
}
