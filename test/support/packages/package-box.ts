import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { startBackOffice } from '../../back-office/back-office';
import { makeLinuxPackages, quicken, repackDeb } from './packages';
import { startSystemdBox, type BoxResult, type SystemdBox } from './systemd-box';

/** Where the box finds the packages, the repacked ones and the licences. */
export const SHARE = '/srv/share';
export const PATIENCE = { timeout: 120_000, interval: 200 };

/** A box and what installers are tried with in it. */
export interface PackageBox extends SystemdBox {
  /** The package of this tree, as the box sees it. */
  deb: string;
  rpm: string;
  /** Installs a Debian package; `environment` as `NAME=value`. */
  install(file: string, ...environment: string[]): Promise<BoxResult>;
  /** The command line as an operator's login shell runs it. */
  cli(command: string): Promise<BoxResult>;
  /** Resolves when the service answers an operator. */
  answers(): Promise<void>;
  end(): Promise<void>;
}

/** The metadata of each repacked Debian package: its version and the day of its release. */
const MAINTENANCE_UNTIL = '2027-06-30';
export const RELEASES = {
  covered: { version: '1.1.0', released: '2027-06-30' },
  later: { version: '1.2.0', released: '2027-01-01' },
  uncovered: { version: '2.0.0', released: '2027-07-01' },
} as const;
export const debOf = (release: keyof typeof RELEASES) => `${SHARE}/${release}.deb`;

/** Two licences of one installation: its maintenance has ended, then it has been extended. */
const writeLicences = async (folder: string) => {
  const office = await startBackOffice();
  const licences = { 'ended.jws': '2026-01-31', 'licence.jws': MAINTENANCE_UNTIL };
  for (const [name, maintenanceUntil] of Object.entries(licences)) {
    const issued = office.issueLicence({ kind: 'replace', maintenanceUntil });
    writeFileSync(path.join(folder, name), issued.package);
  }
  await office.close();
};

/** Boots a box with the packages of this tree and licences; nothing is installed, and `olga` is to be an operator. */
export const startPackageBox = async (): Promise<PackageBox> => {
  const packages = await makeLinuxPackages();
  const share = mkdtempSync(path.join(tmpdir(), 'packages-'));
  // Operators read the licence in it.
  chmodSync(share, 0o755);
  await writeLicences(share);
  for (const [name, { version, released }] of Object.entries(RELEASES)) {
    repackDeb(packages.deb, version, released, path.join(share, `${name}.deb`));
  }
  const box = await startSystemdBox([
    { from: packages.folder, to: '/srv/packages' },
    { from: share, to: SHARE },
  ]);
  quicken(box);
  await box.run('useradd', '--create-home', 'olga');
  const cli = (command: string) => box.exec('runuser', '-l', 'olga', '-s', '/bin/bash', '-c', command);
  return {
    ...box,
    deb: `/srv/packages/${path.basename(packages.deb)}`,
    rpm: `/srv/packages/${path.basename(packages.rpm)}`,
    install: (file, ...environment) => box.exec('env', ...environment, 'dpkg', '--install', file),
    cli,
    answers: () =>
      vi.waitFor(async () => {
        const { code, errors } = await cli('remote-service status --json');
        if (code !== 0) throw new Error(errors);
      }, PATIENCE),
    end: async () => {
      await box.stop();
      rmSync(share, { recursive: true, force: true });
    },
  };
};
