import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { SystemdBox } from './systemd-box';

const REPOSITORY = path.resolve(import.meta.dirname, '../../..');
const OUTPUT = path.join(REPOSITORY, 'node_modules/.cache/packages');
const TARGETS = ['dir', 'deb', 'rpm', 'AppImage'];

/** The Linux packages of this tree, made once for a whole test run. */
export interface LinuxPackages {
  folder: string;
  unpacked: string;
  deb: string;
  rpm: string;
  appImage: string;
  billOfMaterials: string;
}

/** Makes the packages unless those of the present sources are there. Takes up to some minutes on a busy machine. */
export const makeLinuxPackages = async (): Promise<LinuxPackages> => {
  const words = [
    path.join(REPOSITORY, 'build/package.mjs'),
    '--linux',
    ...TARGETS,
    '--output',
    OUTPUT,
    '--reuse',
    '--trial',
  ];
  const { stdout } = await promisify(execFile)(process.execPath, words, { cwd: REPOSITORY });
  const made = stdout.trim().split('\n');
  const named = (ending: string) => {
    const file = made.find((name) => name.endsWith(ending));
    if (file === undefined) throw new Error(`no ${ending} was made`);
    return file;
  };
  return {
    folder: OUTPUT,
    unpacked: named('linux-unpacked'),
    deb: named('.deb'),
    rpm: named('.rpm'),
    appImage: named('.AppImage'),
    billOfMaterials: named('.cdx.json'),
  };
};

const FACTS = /^(version|released)='.*'$/gm;

/** The version in the archive's own description, where the program reads it. */
const ARCHIVED_VERSION = /(?<="version": ")\d\.\d\.\d(?=-test-runtime")/;

const renameProgram = (archive: string, version: string) => {
  const bytes = readFileSync(archive);
  const at = bytes.toString('latin1').search(ARCHIVED_VERSION);
  if (at === -1) throw new Error('the package was not made with the test runtime');
  bytes.write(version, at);
  writeFileSync(archive, bytes);
};

/**
 * The same Debian package under another version, of one digit each, and day of release: what the package and the program
 * say and what its scripts ask with; the program in it stays the same.
 */
export const repackDeb = (deb: string, version: string, released: string, target: string): void => {
  const folder = mkdtempSync(path.join(tmpdir(), 'repack-'));
  try {
    const tree = path.join(folder, 'tree');
    execFileSync('dpkg-deb', ['--raw-extract', deb, tree]);
    const archive = 'opt/remote-service/resources/app.asar';
    renameProgram(path.join(tree, archive), version);
    const sums = path.join(tree, 'DEBIAN/md5sums');
    const sum = createHash('md5')
      .update(readFileSync(path.join(tree, archive)))
      .digest('hex');
    const lines = readFileSync(sums, 'utf8').split('\n');
    const isArchive = (line: string) => line.endsWith(`  ${archive}`);
    writeFileSync(sums, lines.map((line) => (isArchive(line) ? `${sum}  ${archive}` : line)).join('\n'));
    const control = path.join(tree, 'DEBIAN/control');
    writeFileSync(control, readFileSync(control, 'utf8').replace(/^Version: .*$/m, `Version: ${version}`));
    const script = path.join(tree, 'DEBIAN/preinst');
    const facts = { version, released };
    const text = readFileSync(script, 'utf8');
    writeFileSync(
      script,
      text.replaceAll(FACTS, (_, name: keyof typeof facts) => `${name}='${facts[name]}'`),
    );
    chmodSync(script, 0o755);
    // dpkg-deb adds its own file times; stored, because unpacking is all that is asked of it.
    execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', tree, target], { stdio: 'ignore' });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/** Keeps dpkg from what only costs time in a box: syncing every file, and reading all manual pages anew. */
export const quicken = (box: SystemdBox): void => {
  mkdirSync(path.join(box.root, 'etc/dpkg/dpkg.cfg.d'), { recursive: true });
  box.write('/etc/dpkg/dpkg.cfg.d/quick', 'force-unsafe-io\n');
  box.write('/usr/bin/mandb', '#!/bin/sh\n', 0o755);
};

/** A command as that person's login shell runs it. */
export const asPerson = (box: SystemdBox, name: string, command: string) =>
  box.exec('runuser', '-l', name, '-s', '/bin/bash', '-c', command);
