import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { serviceUnit } from '../linux/service-unit.mjs';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';
import { NAME } from './product.mjs';

const LINUX = path.join(REPOSITORY, 'build/linux');
const PROGRAM = `/opt/${NAME}/${NAME}`;
const SHELLS = {
  bash: `/usr/share/bash-completion/completions/${NAME}`,
  zsh: `/usr/share/zsh/vendor-completions/_${NAME}`,
  fish: `/usr/share/fish/vendor_completions.d/${NAME}.fish`,
};

/** Makes what a Linux package holds beside the program; gives its [source, target] pairs. */
export async function linuxFiles(product, runtime, places) {
  const folder = path.join(places.staging, 'linux-files');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const made = (name, content) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  const manual = gzipSync(await printed(runtime, ['man']), { level: 9 });
  const shells = Object.entries(SHELLS).map(async ([shell, target]) => [
    made(`completion.${shell}`, await printed(runtime, ['completion', shell])),
    target,
  ]);
  return [
    [path.join(LINUX, NAME), `/usr/bin/${NAME}`],
    [made('unit', serviceUnit([PROGRAM])), `/usr/lib/systemd/system/${NAME}.service`],
    [path.join(LINUX, `${NAME}.sysusers.conf`), `/usr/lib/sysusers.d/${NAME}.conf`],
    [path.join(LINUX, `${NAME}.tmpfiles.conf`), `/usr/lib/tmpfiles.d/${NAME}.conf`],
    [path.join(LINUX, `${NAME}.rules`), `/usr/share/polkit-1/rules.d/${NAME}.rules`],
    [path.join(LINUX, `${NAME}.policy`), `/usr/share/polkit-1/actions/${NAME}.policy`],
    [path.join(LINUX, 'service-helper'), `/usr/lib/${NAME}/service-helper`],
    [path.join(LINUX, 'software-helper'), `/usr/lib/${NAME}/software-helper`],
    [made('manual.gz', manual), `/usr/share/man/man1/${NAME}.1.gz`],
    [
      made('policy.schema.json', await printed(runtime, ['schema', 'policy'])),
      `/usr/share/doc/${NAME}/policy.schema.json`,
    ],
    ...['service', 'timer'].map((kind) => [
      path.join(LINUX, 'monitoring', `${NAME}-metrics.${kind}`),
      `/usr/share/doc/${NAME}/examples/${NAME}-metrics.${kind}`,
    ]),
    [made('copyright', copyright(product)), `/usr/share/doc/${NAME}/copyright`],
    [
      made('changelog.gz', gzipSync(inRepository('CHANGELOG.md'), { level: 9 })),
      `/usr/share/doc/${NAME}/changelog.gz`,
    ],
    ...(await Promise.all(shells)),
  ];
}

/** Writes the maintainer scripts with this version's facts put in; gives their paths by the name of the moment. */
export function linuxScripts(product, places) {
  const folder = path.join(places.staging, 'scripts');
  mkdirSync(folder, { recursive: true });
  const script = (name) => {
    const file = path.join(folder, `${name}.sh`);
    writeFileSync(file, fillIn(inRepository(`build/linux/scripts/${name}.sh`), product), { mode: 0o755 });
    return file;
  };
  return {
    beforeInstall: script('before-install'),
    afterInstall: script('after-install'),
    beforeRemove: script('before-remove'),
    afterRemove: script('after-remove'),
  };
}

function fillIn(text, { version, released }) {
  return text.replaceAll('@VERSION@', version).replaceAll('@RELEASED@', released);
}

function inRepository(name) {
  return readFileSync(path.join(REPOSITORY, name), 'utf8');
}

function copyright({ productName, vendorName }) {
  return `${productName}\nCopyright ${vendorName}\n\n${inRepository('LICENSE')}
The licences of the parts are on the page About of the program; those of Chromium and Electron lie in
/opt/${NAME}/LICENSES.chromium.html and /opt/${NAME}/LICENSE.electron.txt.
`;
}

/** The output of a command of the program, in English. */
async function printed(runtime, words) {
  const env = { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: '' };
  const args = [...runtime.args, ...words];
  const { code, output } = await run(runtime.executable, args, { env, collect: true, quiet: true });
  if (code !== 0) throw new PlainError(`"${words.join(' ')}" of the program failed (${code}).`);
  return output;
}
