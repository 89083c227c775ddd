import path from 'node:path';
import { HOST_FILE } from '../compile-host.mjs';
import { AFTER_FILES, BEFORE_REMOVAL } from './actions.mjs';
import { idFor, numericVersion, UPGRADE_CODE } from './identity.mjs';

/** Files of electron-builder's that the installed program has no use for. */
const LEFT_OUT = /^resources[\\/]elevate\.exe$/;
const PROGRAM = 'remote-service.exe';
/** Free places in the sequence of Windows Installer's own actions (InstallInitialize 1500, ProcessComponents 1600, ...). */
const BEHIND = { installInitialize: 1501, beforeRemoval: 1590, files: 4601 };
const REGISTRY_KEY = 'Software\\remote-service';
/** electron-builder's installer notes its folder here: `nsis.guid` in the configuration of the packages. */
const SETUP_KEY = (id) => `Software\\${id}`;

const escaped = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const element = (name, attributes, content = '') => {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(String(value))}"`);
  return content === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${content}</${name}>`;
};

/** An identifier of a row that is the same in every version, whatever signs the path has. */
const rowId = (kind, name) => `${kind}_${idFor(`${kind} ${name}`).replaceAll('-', '')}`;

export const isPackaged = (name) => !LEFT_OUT.test(name);

const fileComponent = (folder, name) =>
  element(
    'Component',
    { Id: rowId('c', name), Guid: idFor(`component ${name}`), Win64: 'yes' },
    element('File', {
      Id: name === PROGRAM ? 'Program' : rowId('f', name),
      Name: path.basename(name),
      Source: path.join(folder, name),
      KeyPath: 'yes',
    }),
  );

/** The folders below `place` with their files, as nested elements. */
function tree(folder, files, place = '') {
  const here = files.filter((name) => path.dirname(name) === (place || '.'));
  const prefix = place === '' ? '' : `${place}/`;
  const below = files.filter((name) => name.startsWith(prefix) && !here.includes(name));
  const names = new Set(below.map((name) => name.slice(prefix.length).split('/')[0]));
  const folders = [...names].map((name) =>
    element('Directory', { Id: rowId('d', prefix + name), Name: name }, tree(folder, files, prefix + name)),
  );
  return [...here.map((name) => fileComponent(folder, name)), ...folders].join('\n');
}

const shortcut = (product) =>
  element(
    'Component',
    { Id: 'StartMenu', Guid: idFor('component start menu'), Win64: 'yes' },
    element('Shortcut', {
      Id: 'StartMenuLink',
      Directory: 'ProgramMenuFolder',
      Name: product.productName,
      Target: `[INSTALLDIR]${PROGRAM}`,
      WorkingDirectory: 'INSTALLDIR',
      Icon: 'product.ico',
    }) +
      element('RegistryValue', {
        Root: 'HKLM',
        Key: REGISTRY_KEY,
        Name: 'ProductCode',
        Type: 'string',
        Value: '[ProductCode]',
        KeyPath: 'yes',
      }),
  );

const withRelease = (data, { version, released }) =>
  data.replaceAll('{version}', () => version).replaceAll('{released}', () => released);

const scheduled = { Execute: 'deferred', Impersonate: 'no' };

/** An action with a command of its own, or one that is told before it what to do, in which properties stand in brackets. */
const custom = ({ name, entry, command, data }, release) =>
  command === undefined
    ? element('CustomAction', {
        Id: `Tell${name}`,
        Property: name,
        Value: withRelease(data, release),
        Impersonate: 'yes',
      }) + element('CustomAction', { Id: name, BinaryKey: 'Actions', DllEntry: entry, ...scheduled })
    : element('CustomAction', { Id: name, BinaryKey: 'Host', DllEntry: command, ...scheduled });

/** The actions from this place of the sequence on, each told its data right before. */
const rows = (actions, first) =>
  actions
    .flatMap(({ name, when, command }) => [
      ...(command === undefined ? [[`Tell${name}`, when]] : []),
      [name, when],
    ])
    .map(([Action, when], at) => element('Custom', { Action, Sequence: first + at }, escaped(when)))
    .join('\n');

const upgrade = (version) =>
  element(
    'Upgrade',
    { Id: UPGRADE_CODE },
    element('UpgradeVersion', {
      Property: 'OLDERVERSION',
      Minimum: '0.0.0',
      IncludeMinimum: 'yes',
      Maximum: version,
    }) +
      element('UpgradeVersion', {
        Property: 'NEWERVERSION',
        Minimum: version,
        IncludeMinimum: 'no',
        OnlyDetect: 'yes',
      }),
  );

const conditions = (product) =>
  element(
    'Condition',
    { Message: `A newer version of ${product.productName} is installed already.` },
    escaped('Installed OR NOT NEWERVERSION'),
  ) +
  element(
    'Condition',
    {
      Message: `${product.productName} was installed by its setup program. Remove that first; the settings and the data stay.`,
    },
    'Installed OR NOT SETUPFOLDER',
  );

/** The source of the MSI for wixl. */
export function wixSource({ product, code, folder, files, icon, library, setupId }) {
  const version = numericVersion(product.version);
  const actions = [...BEFORE_REMOVAL, ...AFTER_FILES];
  return `<?xml version="1.0" encoding="utf-8"?>
<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">
<Product Id="${code}" Name="${escaped(product.productName)}" Language="1033" Codepage="65001" Version="${version}" Manufacturer="${escaped(product.vendorName)}" UpgradeCode="${UPGRADE_CODE}">
<Package InstallerVersion="500" Compressed="yes" InstallScope="perMachine"/>
<MediaTemplate EmbedCab="yes"/>
${upgrade(version)}
${conditions(product)}
<Icon Id="product.ico" SourceFile="${escaped(icon)}"/>
<Binary Id="Actions" SourceFile="${escaped(library)}"/>
<Binary Id="Host" SourceFile="${escaped(path.join(folder, HOST_FILE))}"/>
${element('Property', { Id: 'ARPPRODUCTICON', Value: 'product.ico' })}
${element('Property', { Id: 'ARPURLINFOABOUT', Value: product.homepage })}
${element('Property', { Id: 'ARPNOMODIFY', Value: '1' })}
${element('Property', { Id: 'REINSTALLMODE', Value: 'amus' })}
${element('Property', { Id: 'MSIRESTARTMANAGERCONTROL', Value: 'Disable' })}
${element('Property', { Id: 'SETUPFOLDER' }, element('RegistrySearch', { Id: 'SetupFolder', Root: 'HKLM', Key: SETUP_KEY(setupId), Name: 'InstallLocation', Type: 'raw', Win64: 'yes' }))}
<Directory Id="TARGETDIR" Name="SourceDir">
<Directory Id="ProgramFiles64Folder"><Directory Id="INSTALLDIR" Name="remote-service">
${tree(folder, files)}
${shortcut(product)}
</Directory></Directory>
<Directory Id="ProgramMenuFolder"/>
<Directory Id="CommonAppDataFolder"/>
</Directory>
<Feature Id="Main" Level="1">
${[...files.map((name) => rowId('c', name)), 'StartMenu'].map((Id) => element('ComponentRef', { Id })).join('\n')}
</Feature>
${actions.map((action) => custom(action, product)).join('\n')}
<InstallExecuteSequence>
${rows(BEFORE_REMOVAL, BEHIND.installInitialize)}
<InstallExecute Sequence="${BEHIND.beforeRemoval}"/>
<RemoveExistingProducts Sequence="${BEHIND.beforeRemoval + 1}"/>
${rows(AFTER_FILES, BEHIND.files)}
</InstallExecuteSequence>
</Product>
</Wix>
`;
}
