import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';
import { installSystemPackages, repositoryTools } from '../setup/system-packages.mjs';
import { NAME, readProduct } from './product.mjs';

const SUITE = 'stable';
const COMPONENT = 'main';
const ARCHITECTURE = 'amd64';
const GPG = ['--batch', '--yes', '--quiet'];

/** Runs a tool to its end; gives what it printed. */
async function tool(command, words, { cwd, failure }) {
  const { code, output } = await run(command, words, { cwd, collect: true });
  if (code !== 0) throw new PlainError(failure);
  return output;
}

/** The gpg key that signs; without one nothing is worth making. */
export async function repositoryKey() {
  const key = process.env.PACKAGE_SIGNING_KEY;
  if (!key) throw new PlainError('PACKAGE_SIGNING_KEY has to name the gpg key that signs the repositories.');
  const { code } = await run('gpg', [...GPG, '--list-secret-keys', key], { collect: true, quiet: true });
  if (code !== 0) throw new PlainError(`gpg has no private key ${key} for the repositories.`);
  return key;
}

/**
 * Puts the packages into an apt and a yum repository below `folder`, both signed; versions that lie there already stay.
 * Gives the folders, for people to mirror or to serve.
 */
export async function makeRepositories(folder, files, key) {
  await installSystemPackages(repositoryTools());
  mkdirSync(folder, { recursive: true });
  const named = (ending) => files.filter((file) => file.endsWith(ending));
  const made = [];
  if (named('.deb').length > 0)
    made.push(await makeAptRepository(path.join(folder, 'apt'), named('.deb'), key));
  if (named('.rpm').length > 0)
    made.push(await makeYumRepository(path.join(folder, 'yum'), named('.rpm'), key));
  if (made.length === 0)
    throw new PlainError('Repositories are made of deb and rpm packages, and neither was made.');
  const words = [...GPG, '--armor', '--export', key];
  const publicKey = await tool('gpg', words, { cwd: folder, failure: `gpg could not export ${key}.` });
  writeFileSync(path.join(folder, `${NAME}.asc`), publicKey);
  return made;
}

const sign = (key, words, file) =>
  tool('gpg', [...GPG, '--local-user', key, ...words, file], {
    cwd: path.dirname(file),
    failure: `${path.basename(file)} could not be signed with the gpg key ${key}.`,
  });

function putInto(folder, files) {
  mkdirSync(folder, { recursive: true });
  return files.map((file) => {
    const target = path.join(folder, path.basename(file));
    copyFileSync(file, target);
    return target;
  });
}

async function makeAptRepository(folder, files, key) {
  putInto(path.join(folder, 'pool', COMPONENT), files);
  const list = `${COMPONENT}/binary-${ARCHITECTURE}`;
  const suite = path.join(folder, 'dists', SUITE);
  mkdirSync(path.join(suite, list), { recursive: true });
  // Every version stays on offer: where maintenance does not cover the newest one, an older one may be covered.
  const words = ['--multiversion', '--arch', ARCHITECTURE, 'pool'];
  const packages = await tool('dpkg-scanpackages', words, {
    cwd: folder,
    failure: 'The list of Debian packages could not be made.',
  });
  const lists = { [`${list}/Packages`]: Buffer.from(packages), [`${list}/Packages.gz`]: gzipSync(packages) };
  for (const [name, content] of Object.entries(lists)) writeFileSync(path.join(suite, name), content);
  const release = path.join(suite, 'Release');
  writeFileSync(release, releaseFile(lists));
  await sign(key, ['--armor', '--detach-sign', '--output', `${release}.gpg`], release);
  // Last: apt reads this one first, and what it lists is there by now.
  await sign(key, ['--clearsign', '--output', path.join(suite, 'InRelease')], release);
  return folder;
}

function releaseFile(lists) {
  const { vendorName, productName } = readProduct({ official: true });
  const sums = Object.entries(lists).map(([name, content]) => {
    const sum = createHash('sha256').update(content).digest('hex');
    return ` ${sum} ${content.length} ${name}`;
  });
  return [
    `Origin: ${vendorName}`,
    `Label: ${productName}`,
    `Suite: ${SUITE}`,
    `Codename: ${SUITE}`,
    `Date: ${new Date().toUTCString()}`,
    `Architectures: ${ARCHITECTURE}`,
    `Components: ${COMPONENT}`,
    'SHA256:',
    ...sums,
    '',
  ].join('\n');
}

async function makeYumRepository(folder, files, key) {
  for (const file of putInto(folder, files)) {
    // Red Hat's rpmsign knows where gpg is, Debian's does not.
    const words = ['--define', '__gpg /usr/bin/gpg', '--define', `_gpg_name ${key}`, '--addsign', file];
    const failure = `${path.basename(file)} could not be signed with the gpg key ${key}.`;
    await tool('rpmsign', words, { cwd: folder, failure });
  }
  await tool('createrepo_c', ['--quiet', '--update', '--no-database', '.'], {
    cwd: folder,
    failure: 'The list of Red Hat packages could not be made.',
  });
  const list = path.join(folder, 'repodata/repomd.xml');
  await sign(key, ['--armor', '--detach-sign', '--output', `${list}.asc`], list);
  return folder;
}
