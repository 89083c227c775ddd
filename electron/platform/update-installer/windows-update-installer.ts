import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { runProgram, windowsCall, type RunProgram } from '../programs';
import type { UpdateInstaller } from './update-installer';
import { verifiedCopy } from './verified-copy';

const ANSWER_MS = 5 * 60_000;
/** ERROR_CANCELLED: the person said no to the system's question. */
const CANCELLED = 1223;
/** ERROR_FILE_CORRUPT: it is not the file that was signed. */
const CHANGED = 1392;
/** Another program opens an .msi, and later, when the file is not held any more. */
const KIND = '.exe';

/** PowerShell's literal text: in single quotes, a quote doubled, also the typographic ones that it takes for one. */
const literal = (text: string) => `'${text.replaceAll(/['\u2018\u2019\u201a\u201b]/g, '$&$&')}'`;

/**
 * Holds the copy open so that nobody can write, replace or move it, compares what it holds, and starts it while it does:
 * the folder is this user's own, and so is whatever else runs for this user.
 */
const script = (file: string, sha256: string) =>
  [
    // Without it PowerShell says what failed and goes on to the next line.
    "$ErrorActionPreference = 'Stop'",
    `$file = [IO.File]::Open(${literal(file)}, 'Open', 'Read', 'Read')`,
    '$sum = [Security.Cryptography.SHA256]::Create().ComputeHash($file)',
    `if ([BitConverter]::ToString($sum).Replace('-', '') -ne '${sha256}') { exit ${CHANGED} }`,
    `try { Start-Process -FilePath ${literal(file)} -Verb RunAs } catch { exit ${CANCELLED} }`,
  ].join('; ');

const FAILURES: Partial<Record<number, ErrorCode>> = {
  [CANCELLED]: 'update-install-refused',
  [CHANGED]: 'update-changed',
};

/** PowerShell's own form for a script as an argument: Base64 over UTF-16LE. */
const encoded = (text: string) => Buffer.from(text, 'utf16le').toString('base64');

/** User Account Control asks for a copy in a folder of this user alone, compared while it was written and once more. */
export const createWindowsUpdateInstaller = (run: RunProgram = runProgram): UpdateInstaller => ({
  install: async (installer) => {
    if (path.extname(installer.file) !== KIND) throw new AppError('update-installer-unknown');
    const folder = await mkdtemp(path.join(tmpdir(), 'remote-service-update-'));
    const copy = path.join(folder, `installer${KIND}`);
    await verifiedCopy(installer, copy, 0o700);
    const words = [
      '-NoLogo',
      '-NoProfile',
      '-NonInteractive',
      '-EncodedCommand',
      encoded(script(copy, installer.sha256)),
    ];
    const { code } = await run({ ...windowsCall('powershell', words), deadline: ANSWER_MS });
    if (code === 0) return 'started';
    throw new AppError(FAILURES[code ?? 0] ?? 'update-install-failed');
  },
});
