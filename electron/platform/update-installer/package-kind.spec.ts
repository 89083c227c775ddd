import { expect, it } from 'vitest';
import { findPackageKind } from './package-kind';

const DPKG = '/var/lib/dpkg/info/remote-service.list';
const machine = (there: readonly string[], appImage: string | null = null) => ({
  platform: 'linux' as const,
  exists: (place: string) => there.includes(place),
  appImage,
});

it('is the package manager that knows the installed program', () => {
  expect(findPackageKind(true, machine([DPKG, '/var/lib/rpm']))).toBe('deb');
  expect(findPackageKind(true, machine(['/var/lib/rpm']))).toBe('rpm');
  expect(findPackageKind(true, machine(['/usr/lib/sysimage/rpm']))).toBe('rpm');
  expect(findPackageKind(true, machine([]))).toBeNull();
});

it('is the AppImage for who runs one, whatever else is on the machine', () => {
  expect(findPackageKind(false, machine([DPKG], '/home/erika/Remote Service.AppImage'))).toBe('appimage');
});

it('is nothing in a clone, and on Windows, where there is one kind', () => {
  expect(findPackageKind(false, machine([DPKG]))).toBeNull();
  expect(findPackageKind(true, { ...machine([DPKG]), platform: 'win32' as const })).toBeNull();
});
