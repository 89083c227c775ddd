import { expect, it } from 'vitest';
import { isProtectedFolder } from './protected-folder';

const OWN = ['/var/lib/remote-service', '/opt/remote-service/'];

it.each([
  '/etc',
  '/etc/',
  '/etc/cron.d',
  '/srv/../etc/ssh',
  '//etc',
  '/usr/lib/systemd',
  '/usr/local',
  '/usr/local/bin',
  '/bin',
  '/boot/grub',
  '/proc/self/cwd',
  '/sys',
  '/dev/shm',
  '/var/lib/remote-service',
  '/var/lib/remote-service/state',
  '/opt/remote-service/resources',
])('%s belongs to the system or the program', (path) =>
  expect(isProtectedFolder(path, 'posix', OWN)).toBe(true),
);

it.each([
  '/srv/licences',
  '/usr/local/flexlm/licences',
  '/opt/flexlm',
  '/var/lib/remote-service-2',
  '/etcetera',
  '/home/x',
])('%s does not', (path) => expect(isProtectedFolder(path, 'posix', OWN)).toBe(false));

it.each([
  'C:\\Windows',
  'c:\\WINDOWS\\System32',
  'C:/Windows/System32',
  'C:\\licences\\..\\Windows',
  'C:\\Windows. \\System32',
  'D:\\System Volume Information',
  'C:\\Program Files\\Common Files\\x',
  'C:\\ProgramData\\Remote Service\\state',
])('%s belongs to the system or the program on Windows', (path) =>
  expect(isProtectedFolder(path, 'windows', ['C:\\ProgramData\\Remote Service'])).toBe(true),
);

it.each(['C:\\flexlm', 'C:\\Program Files\\FlexNet\\licences', 'D:\\Windows licences'])(
  '%s does not on Windows',
  (path) => expect(isProtectedFolder(path, 'windows')).toBe(false),
);
