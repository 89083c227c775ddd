import { readFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';

const readJson = (name) => JSON.parse(readFileSync(path.join(REPOSITORY, name), 'utf8'));

/** Ends the version of a package that was made with the test runtime; the program reads it there. */
export const TEST_RUNTIME_MARK = '-test-runtime';
/** The name of the executable, the package, the unit and the account. */
export const NAME = 'remote-service';
export const APPLICATION_ID = 'invalid.service-organisation.remote-service';
/** electron-builder's installer registers itself under this name, which it makes of the one above. */
export const SETUP_ID = '69b0bf27-4ffa-5cf2-8824-4305b696c620';
/** Chromium's own texts are needed only in the languages of the program. */
export const LANGUAGES = ['en-GB', 'en-US', 'it', 'de', 'fr', 'es', 'nl', 'pt-BR', 'pt-PT'];

/** A version as packages bear it: what follows a tilde is older than the version without. */
export const packageVersion = (version) => version.replaceAll('-', '~');

/** The metadata of the packages: from package.json and the vendor profile, nowhere else. */
export function readProduct(runtime) {
  const { version, released, backdatedTo, productName, description, license, main } =
    readJson('package.json');
  const { vendorName, helpDesk } = readJson('build/vendor.json');
  return {
    version: runtime.official ? version : `${version}${TEST_RUNTIME_MARK}`,
    // The day that the installers ask about: the day that maintenance has to cover, as in the index of releases.
    released: backdatedTo ?? released,
    productName,
    description,
    license,
    main,
    // The day from which the times in the packages come, so that two builds of one version are the same bytes.
    epoch: process.env.SOURCE_DATE_EPOCH ?? String(Date.parse(`${released}T00:00:00Z`) / 1000),
    vendorName,
    homepage: helpDesk.website,
    maintainer: `${vendorName} <${NAME}@${new URL(helpDesk.website).hostname}>`,
  };
}
