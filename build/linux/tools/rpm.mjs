import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { wrapped } from './wrapped.mjs';

const SCRIPTS = {
  'before-install': '%pre',
  'after-install': '%post',
  'before-remove': '%preun',
  'after-remove': '%postun',
};
/** A fixed number of threads: how many processors the machine has must not show in the bytes. */
const COMPRESSION = { gzip: 'w3.gzdio', xz: 'w6.xzdio', xzmt: 'w6T2.xzdio' };
const MAX_WIDTH = 78;
const ARCHITECTURES = { amd64: 'x86_64', arm64: 'aarch64' };
/** Folders that belong to the system, not to the package. */
const SHARED =
  /^\/(usr|opt|etc)(\/(share|lib|bin|applications|systemd|system|icons|hicolor|polkit-1|actions|rules\.d|man|man1|doc|bash-completion|completions|fish|vendor_completions\.d|zsh|site-functions|system-preset|metainfo|sysusers\.d|tmpfiles\.d|apps|\d+x\d+))*$/;

/** Builds an RPM package with rpmbuild from what was staged. */
export function buildRpm(options, stage) {
  const specification = path.join(stage.folder, 'package.spec');
  writeFileSync(specification, specificationOf(options, stage));
  const results = path.join(stage.folder, 'results');
  mkdirSync(results);
  const definitions = [`_topdir ${stage.folder}/work`, `_rpmdir ${results}`].flatMap((one) => [
    '--define',
    one,
  ]);
  const architecture = ARCHITECTURES[options.architecture] ?? options.architecture;
  const target = `${architecture}-unknown-${options['rpm-os']}`;
  const words = ['-bb', '--quiet', '--target', target, ...definitions];
  // rpmbuild empties its build root before it fills it, so the staged tree cannot be it.
  execFileSync('rpmbuild', [...words, '--buildroot', path.join(stage.folder, 'build'), specification], {
    stdio: ['ignore', 2, 2],
  });
  const made = readdirSync(results, { recursive: true }).find((name) => name.endsWith('.rpm'));
  copyFileSync(path.join(results, made), path.resolve(options.package));
}

function specificationOf(options, { root, directories, files }) {
  const nameOf = (file) => `/${path.relative(root, file)}`;
  return [
    `%define _binary_payload ${COMPRESSION[options['rpm-compression']] ?? COMPRESSION.xzmt}`,
    '%define __os_install_post %{nil}',
    '%define debug_package %{nil}',
    '%define _build_id_links none',
    // Two builds of the same files are the same bytes, whenever and wherever they are made.
    '%define use_source_date_epoch_as_buildtime 1',
    '%define clamp_mtime_to_source_date_epoch 1',
    '%define _buildhost localhost',
    `Name: ${options.name}`,
    `Version: ${options.version}`,
    `Release: ${options.iteration ?? 1}`,
    `Summary: ${options['rpm-summary'] ?? options.description.split('\n')[0]}`,
    `License: ${options.license}`,
    `Group: ${options.category}`,
    `Vendor: ${options.vendor}`,
    `URL: ${options.url}`,
    `Packager: ${options.maintainer}`,
    'AutoReqProv: no',
    ...options.depends.map((name) => `Requires: ${name}`),
    '%description',
    ...wrapped(options.description, MAX_WIDTH),
    '%install',
    `mkdir -p "$RPM_BUILD_ROOT" && cp -al ${quoted(`${root}/.`)} "$RPM_BUILD_ROOT/"`,
    ...Object.entries(SCRIPTS).flatMap(([option, section]) => scriptOf(options[option], section)),
    '%files',
    '%defattr(-,root,root,-)',
    ...directories
      .filter((folder) => !SHARED.test(nameOf(folder)))
      .map((folder) => `%dir ${quoted(nameOf(folder))}`),
    ...files.map((file) => `${attributesOf(nameOf(file))}${quoted(nameOf(file))}`),
    ...changelogOf(options['rpm-changelog']),
    '',
  ].join('\n');
}

function attributesOf(name) {
  if (name.startsWith('/etc/')) return '%config(noreplace) ';
  // Where user namespaces are denied, it is given the owner's rights when it is installed.
  return name.endsWith('/chrome-sandbox') ? '%verify(not mode) ' : '';
}

const changelogOf = (file) => (file === undefined ? [] : ['%changelog', readFileSync(file, 'utf8')]);

function scriptOf(file, section) {
  if (file === undefined) return [];
  const text = readFileSync(file, 'utf8').replace(/^#!.*\n/, '');
  return [`${section} -p /bin/sh`, text.replaceAll('%', '%%')];
}

function quoted(file) {
  return `"${file.replaceAll('%', '%%').replaceAll('"', '\\"')}"`;
}
