import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ProgramParts, type ProgramPart } from '@shared/domain/status/program-part';

const BUNDLES = ['main', 'preload', 'renderer'];

/** The parts of the program: the runtime, and what each bundle says of itself. */
export const readProgramParts = async (appRoot: string): Promise<ProgramPart[]> => {
  const texts = await Promise.all(
    BUNDLES.map((name) => readFile(path.join(appRoot, 'out', name, 'parts.json'), 'utf8')),
  );
  const { electron = '', chrome = '' } = process.versions as Partial<Record<string, string>>;
  const parts = new Map(
    texts
      .flatMap((text) => ProgramParts.parse({ parts: JSON.parse(text) as unknown }).parts)
      .map((part) => [`${part.name}@${part.version}`, part]),
  );
  const runtime = [
    { name: 'Electron', version: electron, licence: 'MIT', text: '' },
    { name: 'Chromium', version: chrome, licence: 'BSD-3-Clause', text: '' },
  ];
  const byName = [...parts.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
  return [...runtime, ...byName];
};
