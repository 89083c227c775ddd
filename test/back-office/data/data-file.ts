import { randomUUID } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { OfficeData } from './office-data';

/** Writes the data beside the target and renames it over; the file holds private keys, so it is the owner's alone. */
async function replaceFile(file: string, text: string): Promise<void> {
  const temporary = `${file}.${randomUUID()}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, file);
}

/** The optional JSON file behind the data in memory; changes that come while it writes are written together. */
export class DataFile {
  #writing: Promise<void> | null = null;
  #isStale = false;

  constructor(private readonly file: string) {}

  async load(): Promise<OfficeData | null> {
    let text: string;
    try {
      text = await readFile(this.file, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
      throw error;
    }
    return OfficeData.parse(JSON.parse(text));
  }

  save(data: OfficeData): Promise<void> {
    this.#isStale = true;
    this.#writing ??= this.#write(data);
    return this.#writing;
  }

  async #write(data: OfficeData): Promise<void> {
    try {
      while (this.#isStale) {
        this.#isStale = false;
        await replaceFile(this.file, JSON.stringify(data, null, 1));
      }
    } finally {
      this.#writing = null;
    }
  }
}
