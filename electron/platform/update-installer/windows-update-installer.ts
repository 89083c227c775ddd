import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { runProgram, windowsCall, type RunProgram } from '../programs';
import type { UpdateInstaller } from './update-installer';
import { verifiedCopy } from './verified-copy';

const ANSWER_MS = 5 * 60_000;
/** ERROR_CANCELLED: the person said no to the system's question. */
const CANCELLED = 1223;
const KINDS = ['.exe', '.msi'];

/** PowerShell's literal text: in single quotes, a quote doubled, also the typographic ones that it takes for one. */
const literal = (text: string) => `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

const script = (file: string) =>
  `try { Start-Process -FilePath ${literal(file)} -Verb RunAs } catch { exit ${CANCELLED} }`;

/** PowerShell's own form for a script as an argument: Base64 over UTF-16LE. */
const encoded = (text: string) => Buffer.from(text, 'utf16le').toString('base64');

/** User Account Control asks for the copy that was compared while it was written, in a folder of this user alone. */
export const createWindowsUpdateInstaller = (run: RunProgram = runProgram): UpdateInstaller => ({
  install: async (installer) => {
    const kind = path.extname(installer.file);
    if (!KINDS.includes(kind)) throw new AppError('update-installer-unknown');
    const folder = await mkdtemp(path.join(tmpdir(), 'remote-service-update-'));
    const copy = path.join(folder, `installer${kind}`);
    await verifiedCopy(installer, copy, 0o700);
    const words = ['-NoLogo', '-NoProfile', '-NonInteractive', '-EncodedCommand', encoded(script(copy))];
    const { code } = await run({ ...windowsCall('powershell', words), deadline: ANSWER_MS });
    if (code === 0) return 'started';
    throw new AppError(code === CANCELLED ? 'update-install-refused' : 'update-install-failed');
  },
});
