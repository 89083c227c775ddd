import { chmod, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { monitoringFactsOf } from '@shared/domain/status/monitoring';
import type { Status } from '@shared/domain/status/status';
import type { Log } from '@electron/log/create-log';

const OPEN_FOLDER = 0o755;
const OPEN_FILE = 0o644;

/**
 * Keeps what a monitoring account may know of the status in a file that every account may read. The folder belongs to the
 * service alone and goes when it ends, so that the file never speaks for a service that does not run.
 */
export class MonitoringFile {
  private written = '';
  private writing: Promise<void> = Promise.resolve();

  /** `file` null = there is no place for one. */
  constructor(
    private readonly file: string | null,
    private readonly log: Log,
  ) {}

  /** Writes the file where what it says has changed; a failure is logged, and the next change tries again. */
  update(status: Status): Promise<void> {
    const text = `${JSON.stringify(monitoringFactsOf(status))}\n`;
    if (this.file === null || text === this.written) return this.writing;
    this.written = text;
    const { file } = this;
    this.writing = this.writing
      .then(() => write(file, text))
      .catch((error: unknown) => {
        this.written = '';
        this.log.warn({ error }, 'the status for monitoring could not be written');
      });
    return this.writing;
  }
}

const write = async (file: string, text: string) => {
  const draft = `${file}.new`;
  await writeFile(draft, text);
  // The service's umask closes what it makes.
  await chmod(draft, OPEN_FILE);
  await rename(draft, file);
  await chmod(path.dirname(file), OPEN_FOLDER);
};
