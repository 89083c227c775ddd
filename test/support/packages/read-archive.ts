import { closeSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';

/** An archive begins with four numbers: 4, header size + 8, header size + 4, length of the JSON that follows. */
const HEAD_LENGTH = 16;

const Entry = z.object({ offset: z.string().optional(), size: z.number(), unpacked: z.boolean().optional() });
interface Folder {
  files: Record<string, Folder | z.output<typeof Entry>>;
}
const Folder: z.ZodType<Folder> = z.lazy(() =>
  z.object({ files: z.record(z.string(), z.union([Folder, Entry])) }),
);

export interface ArchivedFile {
  name: string;
  /** Empty for a file that lies unpacked beside the archive. */
  content: Buffer;
}

const read = (file: number, position: number, length: number) => {
  const bytes = Buffer.alloc(length);
  readSync(file, bytes, 0, length, position);
  return bytes;
};

/** The files of an asar archive, read without the library that wrote it. */
export const readArchive = (archive: string): ArchivedFile[] => {
  const file = openSync(archive, 'r');
  try {
    const head = read(file, 0, HEAD_LENGTH);
    const dataAt = 8 + head.readUInt32LE(4);
    const header = Folder.parse(JSON.parse(read(file, HEAD_LENGTH, head.readUInt32LE(12)).toString('utf8')));
    const walk = (folder: Folder, path: string): ArchivedFile[] =>
      Object.entries(folder.files).flatMap(([key, entry]) => {
        const name = `${path}${key}`;
        if ('files' in entry) return walk(entry, `${name}/`);
        if (entry.offset === undefined) return [{ name, content: Buffer.alloc(0) }];
        return [{ name, content: read(file, dataAt + Number(entry.offset), entry.size) }];
      });
    return walk(header, '');
  } finally {
    closeSync(file);
  }
};
