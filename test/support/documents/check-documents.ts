import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname, '../../..');

/** Made by programs or fetched: nothing in them is part of the repository. */
const NOT_OURS = new Set(['.git', 'node_modules', 'out', '.demo', 'dist', 'test-results']);

/** Every file below a folder of the repository, as a path from its root with `/`. */
const filesBelow = (folder: string): string[] =>
  readdirSync(path.join(REPOSITORY, folder), { withFileTypes: true })
    .filter(({ name }) => !NOT_OURS.has(name))
    .flatMap((entry) => {
      const inside = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? filesBelow(inside) : [inside];
    });

export interface MarkdownDocument {
  /** From the root of the repository. */
  file: string;
  text: string;
}

export const FILES = filesBelow('.');

export const DOCUMENTS: MarkdownDocument[] = FILES.filter((file) => file.endsWith('.md')).map((file) => ({
  file,
  text: readFileSync(path.join(REPOSITORY, file), 'utf8'),
}));

const FOLDERS = new Set(
  FILES.flatMap((file) => {
    const names = file.split('/');
    return names.map((_, index) => names.slice(0, index).join('/'));
  }),
);
const TOP_FOLDERS = [...FOLDERS].filter((folder) => folder !== '' && !folder.includes('/'));
const SOURCE_NAME = /\.(ts|mts|mjs|js|vue|css|html|md|c|h|nsh|sh|conf|rules|yaml|lic|jws)$/;

const withoutFences = (text: string) => text.replaceAll(/^```[^]*?^```/gm, '');

/** `a/{b,c}/*.ts` as a pattern for whole paths. */
const patternOf = (name: string) => {
  const escaped = name.replaceAll(/[.+?^$()|[\]\\]/g, String.raw`\$&`);
  const choices = escaped.replaceAll(/\{([^}]*)\}/g, (_, list: string) => `(${list.replaceAll(',', '|')})`);
  return choices.replaceAll('*', '[^/]*');
};

const exists = (name: string, folder: string) => {
  const plain = name.replace(/\/$/, '');
  const pattern = new RegExp(`^${patternOf(plain)}$`);
  const local = new RegExp(`^${patternOf(path.posix.join(folder, plain))}$`);
  return [...FILES, ...FOLDERS].some((known) => pattern.test(known) || local.test(known));
};

/** A source name without its folders, `main.ts`, or with the last of them, is looked for in the whole repository. */
const existsSomewhere = (name: string) => {
  const pattern = new RegExp(`(^|/)${patternOf(name)}$`);
  return FILES.some((file) => pattern.test(file));
};

/** The names in backticks that stand for a file or folder of the repository and lead nowhere. */
export const missingPaths = ({ file, text }: MarkdownDocument): string[] => {
  const folder = path.posix.dirname(file);
  const names = [...withoutFences(text).matchAll(/`([^`\s]+)`/g)].map(([, name = '']) => name);
  return names.filter((name) => {
    if (!/^[\w.@*{},-]+(\/[\w.@*{},-]+)*\/?$/.test(name)) return false;
    const first = name.split('/')[0] ?? '';
    const isFromTop = name.includes('/') && TOP_FOLDERS.includes(first);
    if (isFromTop) return !exists(name, folder);
    return SOURCE_NAME.test(name) && !exists(name, folder) && !existsSomewhere(name);
  });
};

/** The `npm` scripts that a text tells somebody to run. */
export const scriptsNamed = ({ text }: MarkdownDocument): string[] => [
  ...[...text.matchAll(/\bnpm run (?:-s |--silent )?([\w:-]+)/g)].map(([, name = '']) => name),
  ...[...text.matchAll(/\bnpm (start|test)\b/g)].map(([, name = '']) => name),
];

/** The anchor that GitHub gives a heading. */
const anchorOf = (heading: string) =>
  heading
    .replaceAll('`', '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .trim()
    .replaceAll(/\s/g, '-');

const anchorsOf = (text: string) =>
  [...withoutFences(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));

/** The relative links and pictures of a document that lead nowhere on a fresh clone. */
export const brokenLinks = ({ file, text }: MarkdownDocument): string[] => {
  const links = [...withoutFences(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
  return links.filter((link) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [target = '', anchor] = link.split('#');
    const aim = target === '' ? file : path.posix.join(path.posix.dirname(file), target).replace(/\/$/, '');
    if (!FILES.includes(aim) && !FOLDERS.has(aim)) return true;
    if (anchor === undefined) return false;
    const aimed = target === '' ? text : DOCUMENTS.find((one) => one.file === aim)?.text;
    return !anchorsOf(aimed ?? '').includes(anchor);
  });
};
