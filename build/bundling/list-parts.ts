import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { mitLicence } from './mit-licence';

interface Part {
  name: string;
  version: string;
  licence: string;
  /** The licence as its file or its README says it. */
  text: string;
}

interface Description {
  name: string;
  version: string;
  license?: unknown;
  author?: unknown;
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

/** The section of a README that is headed with `License`: some packages say it there alone. */
const licenceInReadme = (folder: string, entries: readonly string[]) => {
  const readme = entries.find((entry) => /^readme/i.test(entry));
  if (readme === undefined) return '';
  const text = readFileSync(path.join(folder, readme), 'utf8');
  const [, section = ''] = /^(?:#+ *)?licen[cs]e *\n(?:[-=]+\n)?([^]*?)(?=\n#|$(?![^]))/im.exec(text) ?? [];
  return /permission is hereby granted/i.test(section) ? section.trim() : '';
};

const nameOf = (author: unknown) =>
  typeof author === 'string' ? author : ((author as { name?: string } | undefined)?.name ?? '');

/** The text of a licence, in the name of who wrote the package, where the package brings none. */
const standardText = ({ name, license, author }: Description) => {
  if (license !== 'MIT') throw new Error(`${name} brings no text of its licence`);
  return mitLicence(nameOf(author) || `the authors of ${name}`);
};

const readPart = (folder: string): Part => {
  const description = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Description;
  const { name, version, license } = description;
  const entries = readdirSync(folder);
  const file = entries.find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined
      ? licenceInReadme(folder, entries) || standardText(description)
      : readFileSync(path.join(folder, file), 'utf8').trim();
  return { name, version, licence: typeof license === 'string' ? license : '', text };
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
