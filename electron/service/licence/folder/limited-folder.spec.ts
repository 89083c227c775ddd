import { expect, it } from 'vitest';
import type { LicenceFolder } from './licence-folder';
import { openWithLimit } from './limited-folder';
import { createOperationLimit } from './operation-limit';
import { reasonOf } from './folder-failure-reason';

const failing = (code: string) => () => Promise.reject(Object.assign(new Error(), { code }));

it.each([
  ['EIO', 'disk-failing'],
  ['EUCLEAN', 'disk-failing'],
  ['ENOSPC', 'disk-full'],
  ['EACCES', 'access-denied'],
] as const)(
  'a disk of this machine that says %s is %s, and no share that does not answer',
  async (code, reason) => {
    const broken = { read: failing(code), close: () => undefined } as Partial<LicenceFolder> as LicenceFolder;
    const folder = await openWithLimit(() => Promise.resolve(broken), createOperationLimit());
    expect(reasonOf(await folder.read('a').catch((error: unknown) => error))).toBe(reason);
    const opening = openWithLimit(failing(code), createOperationLimit());
    expect(reasonOf(await opening.catch((error: unknown) => error))).toBe(reason);
  },
);
