import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { createWindowsHost, type HostFailure, type WindowsHost } from '../windows-host';
import type { UpdateInstaller } from './update-installer';
import { verifiedCopy } from './verified-copy';

const ANSWER_MS = 5 * 60_000;
/** Another program opens an .msi, and later, when the file is not held any more. */
const KIND = '.exe';

const FAILURES: Partial<Record<HostFailure, ErrorCode>> = {
  refused: 'update-install-refused',
  'access-denied': 'update-install-refused',
  changed: 'update-changed',
};

/**
 * User Account Control asks for a copy in a folder of this user alone, compared while it was written and once more by the
 * helper, which holds it while it is started.
 */
export const createWindowsUpdateInstaller = (host: WindowsHost = createWindowsHost()): UpdateInstaller => ({
  install: async (installer) => {
    if (path.extname(installer.file) !== KIND) throw new AppError('update-installer-unknown');
    const folder = await mkdtemp(path.join(tmpdir(), 'remote-service-update-'));
    const copy = path.join(folder, `installer${KIND}`);
    await verifiedCopy(installer, copy, 0o700);
    const words = ['verify-and-run', copy, installer.sha256];
    const { outcome } = await host.ask(words, z.unknown(), { deadline: ANSWER_MS });
    if (outcome === 'done') return 'started';
    throw new AppError(FAILURES[outcome] ?? 'update-install-failed');
  },
});
