import type { Release } from '@shared/domain/licence/format/licence-claims';

/** A name without a folder, on every system. */
const isPlain = (name: string) => !/[/\\:]/.test(name) && name !== '.' && name !== '..';

/** The first name of a list of releases that is no plain file name but leads elsewhere; null = there is none. */
export const pathAsFileName = (releases: readonly Pick<Release, 'fileName'>[]): string | null =>
  releases.find(({ fileName }) => !isPlain(fileName))?.fileName.slice(0, 100) ?? null;
