import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A Debian package that only leaves its mark, with `bytes` of ballast so that copying it takes a while. */
export const writeTinyDeb = (target: string, mark: string, bytes: number, depends = 'dpkg'): void => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tiny-'));
  try {
    for (const name of ['DEBIAN', 'usr/share/probe']) mkdirSync(path.join(folder, name), { recursive: true });
    const control = [
      'Package: probe',
      'Version: 1',
      'Architecture: all',
      'Maintainer: probe',
      `Depends: ${depends}`,
      'Description: probe',
    ];
    writeFileSync(path.join(folder, 'DEBIAN/control'), `${control.join('\n')}\n`);
    writeFileSync(path.join(folder, 'usr/share/probe/mark'), mark);
    writeFileSync(path.join(folder, 'usr/share/probe/ballast'), randomBytes(bytes));
    execFileSync('dpkg-deb', ['--root-owner-group', '-Znone', '--build', folder, target], {
      stdio: 'ignore',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
