import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { UPGRADE_CODE } from '../windows/msi/identity.mjs';
import { NAME } from './product.mjs';

const WINGET_VERSION = '1.6.0';
const LOCALE = 'en-US';

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex').toUpperCase();
/** Publisher and product without the signs that an identifier of winget may not have. */
const identifierOf = ({ vendorName, productName }) =>
  [vendorName, productName]
    .map((name) => name.replaceAll(/[^\p{L}\p{N}]+(\p{L})?/gu, (_, next) => next?.toUpperCase() ?? ''))
    .join('.');

/** Where the packages are downloaded from: `PACKAGE_DOWNLOAD_URL`, else the website of the help desk. */
const addressOf = (file, product) => {
  const base = process.env.PACKAGE_DOWNLOAD_URL || product.homepage;
  return `${base.replace(/\/+$/, '')}/${path.basename(file)}`;
};

function wingetDocuments(product, { msi, productCode }) {
  const common = { PackageIdentifier: identifierOf(product), PackageVersion: product.version };
  const kind = (ManifestType) => ({ ManifestType, ManifestVersion: WINGET_VERSION });
  const entry = {
    DisplayName: product.productName,
    Publisher: product.vendorName,
    ProductCode: `{${productCode}}`,
    UpgradeCode: `{${UPGRADE_CODE}}`,
    InstallerType: 'msi',
  };
  return {
    '': { ...common, DefaultLocale: LOCALE, ...kind('version') },
    '.installer': {
      ...common,
      InstallerType: 'wix',
      Scope: 'machine',
      InstallModes: ['interactive', 'silent', 'silentWithProgress'],
      UpgradeBehavior: 'install',
      ElevationRequirement: 'elevatesSelf',
      ReleaseDate: product.released,
      Installers: [
        {
          Architecture: 'x64',
          InstallerUrl: addressOf(msi, product),
          InstallerSha256: hashOf(msi),
          ProductCode: `{${productCode}}`,
          AppsAndFeaturesEntries: [entry],
        },
      ],
      ...kind('installer'),
    },
    [`.locale.${LOCALE}`]: {
      ...common,
      PackageLocale: LOCALE,
      Publisher: product.vendorName,
      PackageName: product.productName,
      PackageUrl: product.homepage,
      License: product.license,
      ShortDescription: product.description,
      ...kind('defaultLocale'),
    },
  };
}

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** A text as the script of Chocolatey takes it without reading anything into it. */
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

/** Chocolatey takes a mark such as `-test-runtime` for an earlier version, as it should be. */
const nuspec = (product) => `<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://schemas.microsoft.com/packaging/2015/06/nuspec.xsd">
  <metadata>
    <id>${NAME}</id>
    <version>${product.version}</version>
    <title>${escaped(product.productName)}</title>
    <authors>${escaped(product.vendorName)}</authors>
    <projectUrl>${escaped(product.homepage)}</projectUrl>
    <description>${escaped(product.description)}</description>
    <tags>licences remote-assistance</tags>
  </metadata>
  <files>
    <file src="tools\**" target="tools" />
  </files>
</package>
`;

const installScript = (product, { msi }) => `$ErrorActionPreference = 'Stop'
$package = @{
  packageName    = ${quoted(NAME)}
  fileType       = 'msi'
  url64bit       = ${quoted(addressOf(msi, product))}
  checksum64     = ${quoted(hashOf(msi))}
  checksumType64 = 'sha256'
  silentArgs     = '/qn /norestart'
  validExitCodes = @(0, 3010, 1641)
}
Install-ChocolateyPackage @package
`;

const uninstallScript = ({ productCode }) => `$ErrorActionPreference = 'Stop'
$package = @{
  packageName    = ${quoted(NAME)}
  fileType       = 'msi'
  silentArgs     = '{${productCode}} /qn /norestart'
  file           = ''
  validExitCodes = @(0, 3010, 1605, 1614, 1641)
}
Uninstall-ChocolateyPackage @package
`;

/** Writes the manifests of winget and Chocolatey for an MSI below `folder`. */
export function writeWindowsManifests(product, made, folder) {
  const winget = path.join(folder, 'winget');
  const tools = path.join(folder, 'chocolatey/tools');
  for (const place of [winget, tools]) mkdirSync(place, { recursive: true });
  for (const [suffix, document] of Object.entries(wingetDocuments(product, made)))
    writeFileSync(path.join(winget, `${identifierOf(product)}${suffix}.yaml`), stringify(document));
  writeFileSync(path.join(folder, 'chocolatey', `${NAME}.nuspec`), nuspec(product));
  writeFileSync(path.join(tools, 'chocolateyinstall.ps1'), installScript(product, made));
  writeFileSync(path.join(tools, 'chocolateyuninstall.ps1'), uninstallScript(made));
}
