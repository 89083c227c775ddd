import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../setup/run.mjs';
import { PlainError } from '../setup/report.mjs';
import { accessListsHeader } from './access-lists.mjs';
import { eventMessages, eventsHeader } from './logged-events.mjs';

export const HOST_FILE = 'remote-service-host.exe';
/** The program for consoles, below the program's folder; its folder stands on PATH. */
export const CONSOLE_PLACE = 'bin/remote-service.exe';
const SOURCES = path.join(import.meta.dirname, 'host');
const TOOLS = 'x86_64-w64-mingw32';
const FLAGS = ['-municode', '-O2', '-s', '-Wall', '-Wextra', '-Werror'];
const LIBRARIES = [
  'bcrypt',
  'crypt32',
  'netapi32',
  'ole32',
  'rstrtmgr',
  'uuid',
  'shell32',
  'user32',
  'advapi32',
];

const tool = async (name, words) => {
  const program = `${TOOLS}-${name}`;
  const { code } = await run(program, words);
  if (code !== 0) throw new PlainError(`The service host needs ${program}: see the messages above.`);
};

/** What rc takes for four numbers; a mark such as `-test-runtime` behind them is left out. */
const versionNumbers = (version) =>
  `${(/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? '0.0.0').replaceAll('.', ',')},0`;

/** What the resource says of the product; in a header, because windres would hand a definition to a shell. */
const versionHeader = ({ version, vendorName, productName }) => {
  const texts = { HOST_VERSION: version, HOST_VENDOR: vendorName, HOST_PRODUCT: productName };
  const lines = Object.entries(texts).map(
    ([name, text]) => `#define ${name} "${text.replaceAll('"', '""')}"`,
  );
  return [`#define HOST_VERSION_NUMBERS ${versionNumbers(version)}`, ...lines, ''].join('\n');
};

/** The C sources of the helper, absolute; the table of system calls alone where `withTable` says so. */
const sourcesOf = (withTable) =>
  readdirSync(SOURCES, { recursive: true })
    .filter((name) => name.endsWith('.c') && (withTable || path.basename(name) !== 'system.c'))
    .map((name) => path.join(SOURCES, name));

/**
 * Compiles the Windows helper to `output`; `folder` is for what is made on the way. `table`: a C source that answers in place
 * of the system, in a build for tests.
 */
export async function compileHost({ folder, output, product, table }) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'access-lists.generated.h'), accessListsHeader());
  const messages = path.join(folder, 'messages.mc');
  writeFileSync(messages, `${readFileSync(path.join(SOURCES, 'messages.mc'), 'utf8')}\n${eventMessages()}`);
  writeFileSync(path.join(folder, 'logged-events.generated.h'), eventsHeader());
  await tool('windmc', ['-C', '65001', '-h', folder, '-r', folder, messages]);
  writeFileSync(path.join(folder, 'version.generated.h'), versionHeader(product));
  const resource = path.join(folder, 'host.o');
  const places = [folder, SOURCES].flatMap((place) => ['-I', place]);
  await tool('windres', ['-c', '65001', ...places, '-i', path.join(SOURCES, 'host.rc'), '-o', resource]);
  const sources = [...sourcesOf(table === undefined), ...(table === undefined ? [] : [table])];
  const libraries = LIBRARIES.map((name) => `-l${name}`);
  // The system's headers are read once for all sources: they are most of the work.
  const headers = path.join(folder, 'headers.h');
  writeFileSync(headers, '#include "base/system.h"\n');
  await tool('gcc', [...FLAGS, ...places, '-x', 'c-header', headers, '-o', `${headers}.gch`]);
  const given = [...FLAGS, ...places, '-include', headers];
  await tool('gcc', [...given, '-o', output, ...sources, resource, ...libraries]);
}

/** Compiles the program for consoles to `output`; `folder` is for what is made on the way. */
export async function compileConsole({ folder, output, product }) {
  mkdirSync(folder, { recursive: true });
  mkdirSync(path.dirname(output), { recursive: true });
  const source = (name) => path.join(import.meta.dirname, 'console', name);
  writeFileSync(path.join(folder, 'version.generated.h'), versionHeader(product));
  const resource = path.join(folder, 'console.o');
  await tool('windres', ['-c', '65001', '-I', folder, '-i', source('console.rc'), '-o', resource]);
  await tool('gcc', [...FLAGS, '-I', folder, '-o', output, source('console.c'), resource]);
}
