import { describe, expect, it } from 'vitest';
import { rateReleases, type ReleaseFacts } from './choose-release';
import type { Release } from '@shared/domain/licence/format/licence-claims';

const release = (version: string, rest: Partial<Release> = {}): Release => ({
  releaseId: version,
  version,
  releasedOn: '2026-05-01',
  backdatedTo: null,
  severity: 'normal',
  platform: 'linux-x64',
  fileName: 'remote-service.deb',
  size: 1,
  sha256: '0'.repeat(64),
  notes: {},
  ...rest,
});
const facts: ReleaseFacts = {
  platform: 'linux-x64',
  packageKind: null,
  runningVersion: '1.9.0',
  maintenanceUntil: '2026-06-30',
  isHeld: false,
  rollOutPlace: () => 99,
};
const standings = (releases: Release[], over: Partial<ReleaseFacts> = {}) =>
  rateReleases(releases, { ...facts, ...over }).map(({ version, standing }) => `${version} ${standing}`);

describe('rateReleases', () => {
  it('offers the newest covered one by its numbers, not by its letters', () => {
    expect(standings([release('1.9.1'), release('1.10.0'), release('1.10.0-beta.1')])).toEqual([
      '1.10.0 offered',
      '1.10.0-beta.1 superseded',
      '1.9.1 superseded',
    ]);
  });

  it('never offers an older or the same version', () => {
    expect(standings([release('1.8.9'), release('1.9.0')])).toEqual(['1.9.0 not-newer', '1.8.9 not-newer']);
  });

  it('names what is for another platform and what cannot be compared', () => {
    expect(standings([release('2.0'), release('2.0.0', { platform: 'win32-x64' })])).toEqual([
      '2.0.0 other-platform',
      '2.0 version-unreadable',
    ]);
  });

  it.each([
    ['deb', 'remote-service.deb'],
    ['rpm', 'remote-service-2.0.0.RPM'],
    ['appimage', 'Remote Service.AppImage'],
    [null, 'remote-service.deb'],
  ] as const)('offers a program that came as %s the package %s of a version', (packageKind, wanted) => {
    const names = ['remote-service.deb', 'remote-service-2.0.0.RPM', 'Remote Service.AppImage'];
    const rated = rateReleases(
      names.map((fileName) => release('2.0.0', { fileName })),
      { ...facts, packageKind },
    );
    expect(rated.filter(({ standing }) => standing === 'offered')).toMatchObject([{ fileName: wanted }]);
    const other = rated.filter(({ standing }) => standing === 'other-platform');
    expect(other).toHaveLength(packageKind === null ? 0 : 2);
  });

  it('offers a program of any kind what is no package', () => {
    const installer = release('2.0.0', { fileName: 'setup.run' });
    expect(standings([installer], { packageKind: 'rpm' })).toEqual(['2.0.0 offered']);
  });

  it('goes by the day a release counts from, last covered day included', () => {
    const late = { releasedOn: '2026-07-01' };
    expect(
      standings([
        release('3.0.0', late),
        release('2.1.0', { ...late, backdatedTo: '2026-06-30' }),
        release('2.0.0', { releasedOn: '2026-06-30' }),
      ]),
    ).toEqual(['3.0.0 not-covered', '2.1.0 offered', '2.0.0 superseded']);
  });

  it.each([
    [99, undefined, 'offered'],
    [99, 100, 'offered'],
    [99, 99, 'in-stages'],
    [24, 25, 'offered'],
    [25, 25, 'in-stages'],
    [0, 1, 'offered'],
    [0, 0, 'in-stages'],
  ])('makes of place %i in a roll-out to %s percent: %s', (place, percent, standing) => {
    const staged = release('2.0.0', percent === undefined ? {} : { rollOutPercent: percent });
    expect(standings([staged], { rollOutPlace: () => place })).toEqual([`2.0.0 ${standing}`]);
  });

  it('offers nothing while the settings hold new versions back', () => {
    const late = release('3.0.0', { releasedOn: '2026-07-01' });
    const staged = release('2.1.0', { rollOutPercent: 0 });
    expect(standings([late, staged, release('2.0.0'), release('1.9.0')], { isHeld: true })).toEqual([
      ...['3.0.0 not-covered', '2.1.0 held-back', '2.0.0 held-back', '1.9.0 not-newer'],
    ]);
  });

  it('offers the one before while the newest is not rolled out to this installation', () => {
    const rolledOut = (releaseId: string) => (releaseId === '2.1.0' ? 50 : 10);
    const releases = ['2.1.0', '2.0.0'].map((version) => release(version, { rollOutPercent: 20 }));
    expect(standings(releases, { rollOutPlace: rolledOut })).toEqual(['2.1.0 in-stages', '2.0.0 offered']);
  });

  it('says first that maintenance does not cover a release, rolled out or not', () => {
    const late = release('2.0.0', { releasedOn: '2026-07-01', rollOutPercent: 0 });
    expect(standings([late])).toEqual(['2.0.0 not-covered']);
  });

  it('covers nothing where no licence says how long', () => {
    expect(standings([release('2.0.0')], { maintenanceUntil: null })).toEqual(['2.0.0 not-covered']);
  });
});
