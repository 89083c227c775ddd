import { existsSync, mkdirSync, readFileSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { REPOSITORY } from '../setup/paths.mjs';
import { PlainError } from '../setup/report.mjs';
import { run } from '../setup/run.mjs';

const OWN = path.join(REPOSITORY, 'build/linux/tools');
const LIBRARIES = ['squashfuse', 'lz4', 'lzo2', 'lzma', 'z', 'zstd', 'pthread'].map((name) => `-l${name}`);
/** Bytes 8 to 10 of an AppImage's head: the letters and the type. */
const MARK = Buffer.from([0x41, 0x49, 0x02]);

/**
 * Where electron-builder finds its tools. What makes deb and rpm is our own, so that a release is made as the tested packages
 * are; the head of an AppImage it downloads for a release, ours is for machines that cannot.
 */
export async function linuxTools(runtime, places, targets) {
  const fpm = { CUSTOM_FPM_PATH: path.join(OWN, 'fpm.mjs') };
  if (runtime.official || !targets.includes('AppImage')) return fpm;
  return { ...fpm, APPIMAGE_TOOLS_PATH: await appImageTools(path.join(places.staging, 'appimage-tools')) };
}

async function appImageTools(folder) {
  mkdirSync(path.join(folder, 'runtimes'), { recursive: true });
  mkdirSync(path.join(folder, 'lib/x64'), { recursive: true });
  for (const name of ['mksquashfs', 'desktop-file-validate']) {
    const link = path.join(folder, name);
    if (!existsSync(link)) symlinkSync(path.join('/usr/bin', name), link);
  }
  const head = path.join(folder, 'runtimes/runtime-x64');
  const draft = `${head}.draft`;
  const flags = ['-O2', '-static', '-s', '-D_FILE_OFFSET_BITS=64', '-o', draft];
  const { code } = await run('gcc', [...flags, path.join(OWN, 'appimage-runtime.c'), ...LIBRARIES]);
  if (code !== 0) throw new PlainError("The AppImage's head could not be compiled: see the messages above.");
  const bytes = readFileSync(draft);
  MARK.copy(bytes, 8);
  writeFileSync(draft, bytes);
  renameSync(draft, head);
  return folder;
}
