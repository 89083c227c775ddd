import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { journalCatalogue } from '../linux/journal-catalogue.mjs';
import { serviceUnit } from '../linux/service-unit.mjs';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';
import { debianChangelog, rpmChangelog } from './changelogs.mjs';
import { copyright, longLicences } from './copyright.mjs';
import { metainfo } from './metainfo.mjs';
import { APPLICATION_ID, NAME, packageVersion } from './product.mjs';

const LINUX = path.join(REPOSITORY, 'build/linux');
const PROGRAM = `/opt/${NAME}/${NAME}`;
const HELPERS = ['service-helper', 'software-helper', 'set-up-machine'];
/** Where each shell looks for completions; zsh of Debian not where that of the other distributions does. */
const SHELLS = {
  bash: `/usr/share/bash-completion/completions/${NAME}`,
  fish: `/usr/share/fish/vendor_completions.d/${NAME}.fish`,
};
const ZSH = {
  deb: `/usr/share/zsh/vendor-completions/_${NAME}`,
  rpm: `/usr/share/zsh/site-functions/_${NAME}`,
};

/** Makes what a Linux package holds beside the program; gives its [source, target] pairs: of `all`, and of each kind. */
export async function linuxFiles(product, runtime, places) {
  const folder = path.join(places.staging, 'linux-files');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = (name, content) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const zsh = made('completion.zsh', await printed(runtime, ['completion', 'zsh']));
  const version = packageVersion(product.version);
  const documentation = (name) => `/usr/share/doc/${NAME}/${name}`;
  const changes = gzipSync(debianChangelog(version, product.maintainer), { level: 9 });
  return {
    all: [...systemFiles(product, made), ...(await printedFiles(runtime, made)), ...documents(product, made)],
    rpmChangelog: made('changelog.rpm', rpmChangelog(version, product.maintainer)),
    deb: [
      [made('copyright.deb', copyright(product, 'deb')), documentation('copyright')],
      [made('changelog.gz', changes), documentation('changelog.gz')],
      [zsh, ZSH.deb],
    ],
    rpm: [
      [made('copyright.rpm', copyright(product, 'rpm')), documentation('copyright')],
      [path.join(REPOSITORY, 'CHANGELOG.md'), documentation('CHANGELOG.md')],
      [zsh, ZSH.rpm],
      [path.join(LINUX, `${NAME}.preset`), `/usr/lib/systemd/system-preset/89-${NAME}.preset`],
    ],
  };
}

/** What the service manager, the journal, polkit and root's helpers need. */
const systemFiles = (product, made) => [
  [path.join(LINUX, NAME), `/usr/bin/${NAME}`],
  [made('unit', serviceUnit([PROGRAM])), `/usr/lib/systemd/system/${NAME}.service`],
  [path.join(LINUX, `${NAME}.sysusers.conf`), `/usr/lib/sysusers.d/${NAME}.conf`],
  [path.join(LINUX, `${NAME}.tmpfiles.conf`), `/usr/lib/tmpfiles.d/${NAME}.conf`],
  [path.join(LINUX, `${NAME}.rules`), `/usr/share/polkit-1/rules.d/${NAME}.rules`],
  [path.join(LINUX, `${NAME}.policy`), `/usr/share/polkit-1/actions/${NAME}.policy`],
  [made('catalogue', journalCatalogue(product)), `/usr/lib/systemd/catalog/${NAME}.catalog`],
  ...HELPERS.map((name) => [path.join(LINUX, name), `/usr/lib/${NAME}/${name}`]),
];

/** What the program prints about itself. */
async function printedFiles(runtime, made) {
  const shells = Object.entries(SHELLS).map(async ([shell, target]) => [
    made(`completion.${shell}`, await printed(runtime, ['completion', shell])),
    target,
  ]);
  const manual = gzipSync(await printed(runtime, ['man']), { level: 9 });
  const schema = made('policy.schema.json', await printed(runtime, ['schema', 'policy']));
  return [
    [made('manual.gz', manual), `/usr/share/man/man1/${NAME}.1.gz`],
    [schema, `/usr/share/doc/${NAME}/policy.schema.json`],
    ...(await Promise.all(shells)),
  ];
}

const documents = (product, made) => [
  ...['service', 'timer'].map((kind) => [
    path.join(LINUX, 'monitoring', `${NAME}-metrics.${kind}`),
    `/usr/share/doc/${NAME}/examples/${NAME}-metrics.${kind}`,
  ]),
  ...longLicences().map(([name, text]) => [made(name, text), `/usr/share/doc/${NAME}/licences/${name}`]),
  [
    made('metainfo.xml', metainfo(product)),
    `/usr/share/metainfo/${APPLICATION_ID.replaceAll('-', '_')}.metainfo.xml`,
  ],
];

/**
 * Writes the maintainer scripts with this version's facts put in; gives their paths by the kind of the package and the name
 * of the moment.
 */
export function linuxScripts(product, places) {
  const script = (name) => {
    const file = path.join(places.staging, 'scripts', `${name}.sh`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, fillIn(inRepository(`build/linux/scripts/${name}.sh`), product), { mode: 0o755 });
    return file;
  };
  const ofKind = (kind) => ({
    beforeInstall: script('before-install'),
    afterInstall: script(`${kind}/after-install`),
    beforeRemove: script(`${kind}/before-remove`),
    afterRemove: script(`${kind}/after-remove`),
  });
  return { deb: ofKind('deb'), rpm: ofKind('rpm') };
}

function fillIn(text, { version, released }) {
  return text.replaceAll('@VERSION@', version).replaceAll('@RELEASED@', released);
}

function inRepository(name) {
  return readFileSync(path.join(REPOSITORY, name), 'utf8');
}

/** The output of a command of the program, in English. */
async function printed(runtime, words) {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: '' };
  const args = [...runtime.args, ...words];
  const { code, output } = await run(runtime.executable, args, { env, collect: true, quiet: true });
  if (code !== 0) throw new PlainError(`"${words.join(' ')}" of the program failed (${code}).`);
  return output;
}
