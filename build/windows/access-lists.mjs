import { readFileSync } from 'node:fs';
import path from 'node:path';

const SOURCE = path.join(import.meta.dirname, 'access-lists.json');

/** What `access-lists.json` says: every folder, pipe and the service with its list in SDDL. */
export const readAccessLists = () => JSON.parse(readFileSync(SOURCE, 'utf8'));

const literal = (text) => `L"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The same as a C header, which the helper is compiled with. */
export function accessListsHeader(lists = readAccessLists()) {
  const folders = lists.folders.map(
    ({ name, path: place, list }) => `  FOLDER("${name}", ${literal(place)}, ${literal(list)})`,
  );
  return [
    '/* Made from access-lists.json. */',
    `#define ACCESS_FOLDERS(FOLDER) \\\n${folders.join(' \\\n')}`,
    `#define ACCESS_SERVICE ${literal(lists.service.list)}`,
    `#define ACCESS_PIPE ${literal(lists.pipe.list)}`,
    `#define ACCESS_HANDOVER ${literal(lists.handover.list)}`,
    '',
  ].join('\n');
}
