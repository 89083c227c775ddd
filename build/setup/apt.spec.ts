import { expect, it } from 'vitest';

const script = new URL('./apt.mjs', import.meta.url).href;
const { readPlan } = (await import(script)) as { readPlan: (output: string) => string[] };

it('takes the counts, the bytes and the upgraded packages from the plan of apt-get', () => {
  const output = `Reading package lists...
The following NEW packages will be installed:
  squid squid-common
The following packages will be upgraded:
  libsystemd0 systemd
  systemd-sysv
2 upgraded, 2 newly installed, 0 to remove and 125 not upgraded.
Need to get 324 kB/371 kB of archives.
After this operation, 2270 kB of additional disk space will be used.
Do you want to continue? [Y/n] N
`;
  expect(readPlan(output)).toEqual([
    '2 upgraded, 2 newly installed, 0 to remove and 125 not upgraded.',
    'Need to get 324 kB/371 kB of archives.',
    'After this operation, 2270 kB of additional disk space will be used.',
    'Upgraded: libsystemd0 systemd systemd-sysv',
  ]);
});
