import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeLinuxPackages, type LinuxPackages } from '../support/packages/packages';

/** What the checkers of the distributions say of every package that brings Chromium, or of a vendor's package, and why it stays. */
const STAYS: Record<'lintian' | 'rpmlint', readonly [words: RegExp, reason: string][]> = {
  lintian: [
    [/^E: dir-or-file-in-opt /, 'a vendor of its own belongs below /opt (FHS)'],
    [/^E: embedded-library /, 'Chromium brings its own libraries'],
    [/^W: maintainer-script-calls-systemctl \[postinst:/, "reset-failed, which Debian's helpers do not have"],
    [
      /^E: bogus-mail-host(-in-debian-changelog)? .*@localhost\b/,
      "the test vendor's address; a release refuses it",
    ],
  ],
  rpmlint: [
    [/^E: dir-or-file-in-opt /, 'a vendor of its own belongs below /opt (FHS)'],
    [/^E: no-signature$/, 'a trial is not signed; beside a release lies its signature'],
    [/^E: missing-call-to-setgroups-before-setuid .*\/chrome-sandbox$/, "Chromium's own helper"],
    [
      /^E: binary-or-shlib-defines-rpath .*\(RUNPATH: \$ORIGIN\)$/,
      'Chromium finds its libraries beside itself',
    ],
    [/^W: binary-or-shlib-calls-gethostbyname /, "Chromium's own code"],
    [/^W: only-non-binary-in-usr-lib$/, 'units, rules and the helpers are texts, and their place is fixed'],
    [/^W: invalid-url URL https:\/\/localhost/, "the test vendor's address; a release refuses it"],
    [/^W: invalid-license MIT$/, "Debian's rpmlint comes without the list of licences"],
    [/^W: manpage-not-compressed bz2 /, 'gzip, which every distribution reads'],
    [/^W: dangerous-command-in-%post rm$/, 'takes away the note that the service ran before the update'],
    [/^W: no-manual-page-for-binary /, 'rpmlint looks for a page packed with bzip2'],
  ],
};

let packages: LinuxPackages;
const tree = mkdtempSync(path.join(tmpdir(), 'linted-'));
const inTree = (name: string) => path.join(tree, name);
beforeAll(async () => {
  packages = await makeLinuxPackages();
  spawnSync('dpkg-deb', ['--extract', packages.deb, tree]);
}, 900_000);
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const run = (command: string, ...words: string[]) => {
  const { stdout, stderr, status } = spawnSync(command, words, {
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  return { said: `${stdout}${stderr}`.trim(), status };
};

/** The findings without the name of the package, without those that stay. */
const findings = (checker: keyof typeof STAYS, said: string) => {
  const lines = said
    .split('\n')
    .map((line) => line.replace(/^([EW]): remote-service: |^remote-service\.\w+: ([EW]): /, '$1$2: '))
    .filter((line) => /^[EW]: /.test(line));
  const unused = STAYS[checker].filter(([words]) => !lines.some((line) => words.test(line)));
  return {
    new: lines.filter((line) => !STAYS[checker].some(([words]) => words.test(line))),
    unused: unused.map(([words]) => String(words)),
  };
};

const NONE = { new: [], unused: [] };

describe('the checkers of the distributions', () => {
  it('find nothing in the Debian package that a vendor can avoid', { timeout: 300_000 }, () => {
    const { said } = run('lintian', '--allow-root', '--no-cfg', packages.deb);
    expect(findings('lintian', said)).toEqual(NONE);
  });

  it('find nothing in the RPM package that a vendor can avoid', { timeout: 300_000 }, () => {
    const { said } = run('rpmlint', packages.rpm);
    expect(said).toContain('1 packages');
    expect(findings('rpmlint', said)).toEqual(NONE);
  });

  it('find the entry of the software centre and that of the menu right', () => {
    const metainfo = inTree('usr/share/metainfo/invalid.service_organisation.remote_service.metainfo.xml');
    expect(run('appstreamcli', 'validate', '--no-net', metainfo)).toMatchObject({ status: 0 });
    const entry = inTree('usr/share/applications/remote-service.desktop');
    expect(run('desktop-file-validate', entry)).toEqual({ said: '', status: 0 });
  });

  it('find the manual page right', () => {
    const page = inTree('usr/share/man/man1/remote-service.1.gz');
    expect(run('mandoc', '-T', 'lint', page)).toEqual({ said: '', status: 0 });
  });
});
