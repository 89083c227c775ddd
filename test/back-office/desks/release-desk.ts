import { createHash } from 'node:crypto';

/** One installer on offer; members as in the release index. The file is kept in memory. */
export type Release = {
  releaseId: string;
  version: string;
  releasedOn: string;
  backdatedTo: string | null;
  severity: 'normal' | 'security';
  platform: 'win32-x64' | 'linux-x64';
  fileName: string;
  size: number;
  sha256: string;
  notes: Record<string, string>;
  rollOutPercent?: number;
};
export type NewRelease = Omit<Release, 'releaseId' | 'size' | 'sha256'> & { content: Buffer };

export class ReleaseShelf {
  readonly #files = new Map<string, { release: Release; content: Buffer }>();

  publish({ content, ...facts }: NewRelease): Release {
    const sha256 = createHash('sha256').update(content).digest('hex');
    const releaseId = `${facts.version}-${facts.platform}`;
    const release = { ...facts, releaseId, size: content.length, sha256 };
    this.#files.set(releaseId, { release, content });
    return release;
  }

  get releases(): Release[] {
    return [...this.#files.values()].map(({ release }) => release);
  }

  file(releaseId: string): { release: Release; content: Buffer } | undefined {
    return this.#files.get(releaseId);
  }
}
