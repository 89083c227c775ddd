import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainError } from '../../setup/report.mjs';
import { run } from '../../setup/run.mjs';
import { AFTER_FILES, BEFORE_REMOVAL, PROPERTIES } from './actions.mjs';
import { numericVersion, productCode, UPGRADE_CODE } from './identity.mjs';
import { isPackaged, wixSource } from './wix-source.mjs';

const COMPILER = 'x86_64-w64-mingw32-gcc';
const FLAGS = ['-O2', '-s', '-Wall', '-Wextra', '-Werror', '-shared', '-municode'];
const SOURCES = path.join(import.meta.dirname, 'actions');

async function tool(program, words, options) {
  const { code } = await run(program, words, options);
  if (code !== 0) throw new PlainError(`The MSI could not be made: see the messages of ${program} above.`);
}

async function compileActions(library) {
  const sources = readdirSync(SOURCES).filter((name) => name.endsWith('.c'));
  await tool(COMPILER, [
    ...FLAGS,
    '-o',
    library,
    ...sources.map((name) => path.join(SOURCES, name)),
    '-lmsi',
  ]);
}

/** The files below a folder with slashes, in an order that is the same everywhere. */
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter(isPackaged)
    .sort();

/** Deferred, as the system, from the library or as a program of the MSI; when it runs (msidefs.h). */
const AS_SYSTEM = 0xc00;
const SOURCES_OF_ACTIONS = { library: 0x01, program: 0x02 };
/** A failure of what takes back is passed over. */
const MOMENTS = { rollback: 0x140, commit: 0x200 };
const SAME_VERSION_TOO = 0x300;

/**
 * What wixl has no words for: actions that take back or that wait for the end, a version that replaces itself, the properties
 * that an installation with an administrator's rights takes over, and the identity under which Windows shows notifications.
 */
async function finish(file, version, applicationId) {
  const allowed = ['OLDERVERSION', 'NEWERVERSION', ...PROPERTIES].join(';');
  const special = [...BEFORE_REMOVAL, ...AFTER_FILES].filter(({ kind }) => kind in MOMENTS);
  const typeOf = ({ kind, command }) =>
    AS_SYSTEM + MOMENTS[kind] + SOURCES_OF_ACTIONS[command === undefined ? 'library' : 'program'];
  const queries = [
    ...special.map(
      (action) =>
        `UPDATE \`CustomAction\` SET \`Type\` = ${typeOf(action)} WHERE \`Action\` = '${action.name}'`,
    ),
    "DELETE FROM `Upgrade` WHERE `ActionProperty` = 'OLDERVERSION'",
    `INSERT INTO \`Upgrade\` (\`UpgradeCode\`, \`VersionMin\`, \`VersionMax\`, \`Attributes\`, \`ActionProperty\`) VALUES ('{${UPGRADE_CODE}}', '0.0.0', '${version}', ${SAME_VERSION_TOO}, 'OLDERVERSION')`,
    `UPDATE \`Property\` SET \`Value\` = '${allowed}' WHERE \`Property\` = 'SecureCustomProperties'`,
    'CREATE TABLE `MsiShortcutProperty` (`MsiShortcutProperty` CHAR(72) NOT NULL, `Shortcut_` CHAR(72) NOT NULL, `PropertyKey` CHAR(0) NOT NULL, `PropVariantValue` CHAR(0) NOT NULL PRIMARY KEY `MsiShortcutProperty`)',
    `INSERT INTO \`MsiShortcutProperty\` (\`MsiShortcutProperty\`, \`Shortcut_\`, \`PropertyKey\`, \`PropVariantValue\`) VALUES ('Identity', 'StartMenuLink', 'System.AppUserModel.ID', '${applicationId}')`,
  ];
  await tool('msibuild', [file, ...queries.flatMap((query) => ['-q', query])]);
}

/**
 * Makes the MSI of the unpacked program in `folder`; gives its product code. `staging` is for what is made on the way, `setupId`
 * the name under which electron-builder's installer registers itself.
 */
export async function makeMsi({ product, folder, staging, output, icon, setupId, applicationId }) {
  mkdirSync(staging, { recursive: true });
  const files = filesBelow(folder);
  const code = productCode(product.version, folder, files);
  const library = path.join(staging, 'actions.dll');
  await compileActions(library);
  const source = path.join(staging, 'product.wxs');
  // wixl takes no path that begins at the root.
  const from = (file) => path.relative(staging, file);
  const places = { folder: from(folder), icon: from(icon), library: from(library) };
  writeFileSync(source, wixSource({ product, code, files, setupId, ...places }));
  await tool('wixl', ['--arch', 'x64', '--output', output, source], { cwd: staging });
  await finish(output, numericVersion(product.version), applicationId);
  return code;
}
