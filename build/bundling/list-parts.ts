import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';

interface Part {
  name: string;
  version: string;
  licence: string;
  /** The licence as its file says it; empty where the package brings none. */
  text: string;
}

const MODULES = `${path.sep}node_modules${path.sep}`;

/** The folder of the package that a module comes from; null for a module of our own. */
const packageFolder = (id: string): string | null => {
  const file = id.replace(/^\0/, '').replace(/\?.*$/, '');
  const at = file.lastIndexOf(MODULES);
  if (at === -1) return null;
  const [first = '', second = ''] = file.slice(at + MODULES.length).split(path.sep);
  return path.join(
    file.slice(0, at + MODULES.length),
    first.startsWith('@') ? path.join(first, second) : first,
  );
};

const readPart = (folder: string): Part => {
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  const { name, version, license } = description;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  return {
    name: String(name),
    version: String(version),
    licence: typeof license === 'string' ? license : '',
    text: file === undefined ? '' : readFileSync(path.join(folder, file), 'utf8').trim(),
  };
};

/**
 * Writes `parts.json` beside the bundle: each package that has a module or a file in it, and those that ship `besides` it,
 * with their licences.
 */
export const listParts = (root: string, besides: readonly string[] = []): Plugin => ({
  name: 'list-parts',
  generateBundle(_options, bundle) {
    const assets = Object.values(bundle).flatMap((file) =>
      file.type === 'asset' ? file.originalFileNames : [],
    );
    const files = [...this.getModuleIds(), ...assets.map((name) => path.resolve(root, name))];
    const folders = new Set([
      ...files.map(packageFolder).filter((folder) => folder !== null),
      ...besides.map((name) => path.join(root, 'node_modules', name)),
    ]);
    const parts = [...folders]
      .filter((folder) => existsSync(path.join(folder, 'package.json')))
      .map(readPart);
    parts.sort((a, b) => (a.name < b.name ? -1 : 1));
    this.emitFile({ type: 'asset', fileName: 'parts.json', source: JSON.stringify(parts) });
  },
});
