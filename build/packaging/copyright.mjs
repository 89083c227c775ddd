import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { NAME } from './product.mjs';
import { shippedParts } from './shipped-parts.mjs';

const inRepository = (name) => readFileSync(path.join(REPOSITORY, name), 'utf8');

/** As a field of several lines is written: each further line begins with a blank, an empty one is a dot. */
const folded = (text) =>
  text
    .trim()
    .split('\n')
    .map((line) => (line.trim() === '' ? ' .' : ` ${line.trimEnd()}`))
    .join('\n');

/** The lines that say whose work it is; licences that name nobody there belong to those who wrote the package. */
function holders({ name, text }) {
  const lines = text.split('\n').map((line) => line.replace(/^[#*\s]+/, '').trim());
  const named = lines.filter((line) => /^copyright (\(c\)|©|\d)/i.test(line));
  const people = [...new Set(named.map((line) => line.replace(/^copyright( \(c\)| ©)? */i, '')))];
  return people.length > 0 ? people : [`the authors of ${name}`];
}

const APACHE = '/usr/share/common-licenses/Apache-2.0';

/** A long list of a part's own parts lies beside; Debian has the text of some licences on every machine. */
function textOf({ name, licence, text }, kind) {
  if (text.length > LONGEST_TEXT) return `The texts lie in /usr/share/doc/${NAME}/licences/${fileOf(name)}`;
  if (kind === 'deb' && licence === 'Apache-2.0') return `On Debian systems the text is in ${APACHE}`;
  return text;
}

const LONGEST_TEXT = 50_000;
const fileOf = (name) => `${name.replaceAll(/[^\w.-]+/g, '-').replace(/^-/, '')}.txt`;

/** The texts that are too long for the file of all licences, by their file names. */
export const longLicences = () =>
  shippedParts()
    .filter(({ text }) => text.length > LONGEST_TEXT)
    .map(({ name, text }) => [fileOf(name), `${text}\n`]);

function partOf(part, kind) {
  return [
    `Files: ${part.name}/*`,
    `Copyright: ${holders(part).join('\n ')}`,
    `License: ${part.licence}`,
    folded(textOf(part, kind)),
    `Comment: ${part.name} ${part.version}, bundled into opt/${NAME}/resources/app.asar`,
  ].join('\n');
}

/** The licences of all that is in a package of this `kind`, in Debian's machine-readable form (DEP-5). */
export function copyright({ productName, vendorName, maintainer, homepage, license, released }, kind) {
  const own = inRepository('LICENSE');
  const runtime = [
    'Files: electron/*',
    'Copyright: Electron contributors\n 2013-2020 GitHub Inc.',
    'License: MIT',
    folded(inRepository('node_modules/electron/LICENSE')),
    `Comment: Electron; its licence lies in opt/${NAME}/LICENSE.electron.txt too.`,
  ].join('\n');
  const chromium = [
    'Files: chromium/*',
    'Copyright: The Chromium Authors, the Node.js contributors and the authors of what they contain',
    'License: BSD-3-clause and others',
    ` The text of each licence, with Chromium's and that of Node.js, lies in`,
    ` /opt/${NAME}/LICENSES.chromium.html`,
  ].join('\n');
  return `${[
    [
      'Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/',
      `Upstream-Name: ${productName}`,
      `Upstream-Contact: ${maintainer}`,
      `Source: ${homepage}`,
    ].join('\n'),
    ['Files: *', `Copyright: ${released.slice(0, 4)} ${vendorName}`, `License: ${license}`, folded(own)].join(
      '\n',
    ),
    runtime,
    chromium,
    ...shippedParts().map((part) => partOf(part, kind)),
  ].join('\n\n')}\n`;
}
