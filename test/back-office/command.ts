import { mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { startBackOffice, type BackOfficeOptions } from './back-office';
import { conform, type ConformanceOptions } from './conformance/conformance-command';
import { DEMO_SERIAL_NUMBER } from './desks/flexnet-file';

/** npm runs scripts in the package folder; relative paths are meant from where the person stands. */
const from = (file: string) => path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file);

const USAGE = [
  'Usage: back-office [--port PORT] [--data FILE] [--own-keys] [--folder DIR] [--answer REQUEST --out FILE]',
  '       back-office --conformance URL --organisation ID --code - --profile FILE [--serial-number NUMBER] [--junit FILE]',
].join('\n');

const CONFORMANCE = {
  conformance: { type: 'string' },
  organisation: { type: 'string' },
  code: { type: 'string' },
  profile: { type: 'string' },
  'serial-number': { type: 'string' },
  junit: { type: 'string' },
} as const;

type ConformanceWords = Partial<Record<keyof typeof CONFORMANCE, string>>;

/** Null where no back office is to be tried. */
function readConformance(words: ConformanceWords): ConformanceOptions | null {
  const { conformance: address, organisation: organisationId, code, profile, junit } = words;
  const isAsked = Object.keys(CONFORMANCE).some(
    (name) => words[name as keyof ConformanceWords] !== undefined,
  );
  if (!isAsked) return null;
  if (address === undefined || organisationId === undefined || profile === undefined || code === undefined)
    throw new Error('--conformance, --organisation, --code and --profile go together');
  if (code !== '-') throw new Error('--code takes - alone: the code is read from the standard input');
  return {
    ...{ address, organisationId, profileFile: from(profile) },
    serialNumber: words['serial-number'] ?? DEMO_SERIAL_NUMBER,
    junitFile: junit === undefined ? undefined : from(junit),
  };
}

function readOptions() {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      'own-keys': { type: 'boolean', default: false },
      folder: { type: 'string' },
      answer: { type: 'string' },
      out: { type: 'string' },
      ...CONFORMANCE,
    },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`No port: ${values.port}`);
  const { data, folder, answer, out } = values;
  if ((answer === undefined) !== (out === undefined)) throw new Error('--answer and --out go together');
  return {
    port,
    data,
    ownKeys: values['own-keys'],
    folder,
    answer,
    out,
    conformance: readConformance(values),
  };
}

async function makeFolder(wanted: string | undefined): Promise<string> {
  if (wanted === undefined) return mkdtemp(path.join(os.tmpdir(), 'back-office-'));
  await mkdir(from(wanted), { recursive: true, mode: 0o700 });
  return from(wanted);
}

/** A signal to npm ends npm alone and leaves its script running: whoever lost its parent stops by itself. */
function stopWithParent(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) stop();
  }, 500).unref();
}

/** Answers one licence request and ends: the package goes to a file that must not exist yet. */
async function answerAlone(request: string, out: string, options: BackOfficeOptions): Promise<void> {
  const backOffice = await startBackOffice(options);
  try {
    const document = JSON.parse(await readFile(from(request), 'utf8')) as unknown;
    const { package: bytes, ...answer } = backOffice.answerRequest(document);
    await writeFile(from(out), bytes, { flag: 'wx' });
    process.stdout.write(`${JSON.stringify({ ...answer, file: from(out) })}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  } finally {
    await backOffice.close();
  }
}

/** Starts the back office alone, prints one line of JSON and stays until it is told to stop; false = it is done already. */
export async function runBackOffice(): Promise<boolean> {
  let options: ReturnType<typeof readOptions>;
  try {
    options = readOptions();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}\n`);
    process.exitCode = 2;
    return false;
  }
  const { port, data, ownKeys, answer, out, conformance } = options;
  if (conformance !== null) {
    process.exitCode = await conform(conformance).catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
      return 2;
    });
    return false;
  }
  const office = { port, ownKeys, ...(data === undefined ? {} : { dataFile: from(data) }) };
  if (answer !== undefined && out !== undefined) {
    await answerAlone(answer, out, office);
    return false;
  }
  const folder = await makeFolder(options.folder);
  const backOffice = await startBackOffice(office);
  const stop = () => void backOffice.close().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  if (process.env['npm_lifecycle_event'] !== undefined) stopWithParent(stop);
  const caFile = path.join(folder, 'back-office-ca.pem');
  const vendorProfileFile = path.join(folder, 'vendor.json');
  await writeFile(caFile, backOffice.caPem);
  await writeFile(vendorProfileFile, `${JSON.stringify(backOffice.vendorProfile, null, 2)}\n`);
  const { address, apiBase, helpDeskUrl: helpDeskPage, organisation, serialNumber } = backOffice;
  process.stdout.write(
    `${JSON.stringify({ address, apiBase, caFile, vendorProfileFile, helpDeskPage, organisation, serialNumber })}\n`,
  );
  return true;
}
