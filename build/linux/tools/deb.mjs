import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { wrapped } from './wrapped.mjs';

const SCRIPTS = {
  'before-install': 'preinst',
  'after-install': 'postinst',
  'before-remove': 'prerm',
  'after-remove': 'postrm',
};
const COMPRESSION = { gz: 'gzip', xz: 'xz', zst: 'zstd' };
/** What is packed with gzip is only for a trial: the last percent is not worth three times the time. */
const LEVEL = { gzip: ['-z4'] };
const MAX_WIDTH = 78;

/** Builds a Debian package with dpkg-deb from what was staged. */
export function buildDeb(options, stage) {
  const debian = path.join(stage.root, 'DEBIAN');
  mkdirSync(debian);
  writeFileSync(path.join(debian, 'control'), controlOf(options, stage.bytes));
  writeFileSync(path.join(debian, 'md5sums'), md5sums(stage));
  for (const [option, name] of Object.entries(SCRIPTS)) {
    if (options[option] === undefined) continue;
    copyFileSync(options[option], path.join(debian, name));
    chmodSync(path.join(debian, name), 0o755);
  }
  const configuration = stage.files.filter((file) => file.startsWith(path.join(stage.root, 'etc/')));
  const names = configuration.map((file) => `/${path.relative(stage.root, file)}\n`);
  if (names.length > 0) writeFileSync(path.join(debian, 'conffiles'), names.join(''));
  const compression = COMPRESSION[options['deb-compression']] ?? 'xz';
  const level = LEVEL[compression] ?? [];
  // How many processors the machine has must not show in the bytes.
  const words = [
    '--root-owner-group',
    '--threads-max=2',
    `-Z${compression}`,
    ...level,
    '--build',
    stage.root,
  ];
  execFileSync('dpkg-deb', [...words, path.resolve(options.package)], { stdio: ['ignore', 2, 2] });
}

/** The fields of deb-control(5); a description's further lines begin with a blank. */
function controlOf(options, bytes) {
  const [synopsis = '', ...more] = options.description
    .split('\n')
    .flatMap((line) => wrapped(line, MAX_WIDTH));
  const fields = {
    Package: options.name,
    Version: options.iteration ? `${options.version}-${options.iteration}` : options.version,
    Architecture: options.architecture,
    Maintainer: options.maintainer,
    'Installed-Size': Math.ceil(bytes / 1024),
    Depends: options.depends.join(', '),
    Recommends: options['deb-recommends'].join(', '),
    Section: options.category,
    Priority: options['deb-priority'],
    Homepage: options.url,
    Description: [synopsis, ...more.map((line) => ` ${line === '' ? '.' : line}`)].join('\n'),
  };
  const present = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  return present.map(([name, value]) => `${name}: ${value}\n`).join('');
}

function md5sums({ root, files }) {
  const plain = files.filter((file) => !lstatSync(file).isSymbolicLink());
  const names = plain.map((file) => path.relative(root, file));
  return execFileSync('md5sum', ['--', ...names], { cwd: root });
}
