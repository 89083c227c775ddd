import { hostIdsOf, isDemoHost } from './host-id';
import { isUsable } from './grant-line';
import { attributeNameOf, isAttribute, isFlag, isSlip } from '../text/keywords';
import type { ReportProblem } from '../text/problem';
import type { Statement } from './statements';
import type { Word } from '../text/word-reader';

/** A SERVER line. `hostId` as it is written, several with blanks between; `port` null = one of 27000 to 27009. */
export type ServerLine = {
  line: number;
  host: string;
  hostId: string;
  hostIds: readonly string[];
  port: number | null;
};
/** A VENDOR or DAEMON line; `port` null = any. */
export type VendorLine = { line: number; name: string; port: number | null };

const MAX_PORT = 65_535;

function readPort(text: string): number | undefined {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  return port <= MAX_PORT ? port : undefined;
}

/** A port as it is meant: 0 leaves the choice to the licence server, as none does. */
function portOf(text: string, word: Word, report: ReportProblem): number | null {
  const port = readPort(text);
  if (port === undefined) report('flexnet-port-invalid', word.line, word.text);
  return port === undefined || port === 0 ? null : port;
}

/** The words up to a remark at the end of the line. */
const withoutRemark = (words: readonly Word[]): Word[] => {
  const at = words.findIndex(({ text, quotedFrom }) => text.startsWith('#') && quotedFrom !== 0);
  return words.slice(0, at === -1 ? words.length : at);
};

function checkOption(word: Word, report: ReportProblem): void {
  const name = attributeNameOf(word.text);
  const isKnown = name === null ? isFlag(word.text) : isAttribute(name) || !isSlip(name);
  if (!isKnown) report('flexnet-word-unknown', word.line, word.text);
}

/** `SERVER host hostid [port] [options]` (End User Guide p. 106); null where one of the two is missing. */
export function readServerLine({ line, words }: Statement, report: ReportProblem): ServerLine | null {
  const [, host, id, ...rest] = withoutRemark(words);
  const isPortForId = id !== undefined && rest.length === 0 && readPort(id.text) !== undefined;
  if (!host || !id || !isUsable(host.text) || id.text === '' || isPortForId) {
    report('flexnet-server-incomplete', line, words.map(({ text }) => text).join(' '));
    return null;
  }
  const hostIds = hostIdsOf(id.text);
  if (hostIds.some(isDemoHost)) report('flexnet-host-id-demo', id.line, id.text);
  const [first] = rest;
  const written =
    first &&
    (/^(?:tcp:|port=)(.*)$/i.exec(first.text)?.[1] ?? (/^[-+]?\d/.test(first.text) ? first.text : null));
  const hasPort = first !== undefined && typeof written === 'string';
  const port = hasPort ? portOf(written, first, report) : null;
  for (const word of hasPort ? rest.slice(1) : rest) checkOption(word, report);
  return { line, host: host.text, hostId: id.text, hostIds, port };
}

/**
 * `VENDOR vendor [path] [[OPTIONS=]path] [[PORT=]port]` (License Administration Guide, "VENDOR Lines"). The word behind the
 * name is a path whatever it looks like: without a path, options and port need their keywords.
 */
export function readVendorLine({ line, words }: Statement, report: ReportProblem): VendorLine | null {
  const [, name, ...rest] = withoutRemark(words);
  if (!name || !isUsable(name.text)) {
    report('flexnet-fields-missing', line, words.map(({ text }) => text).join(' '));
    return null;
  }
  let port: number | null = null;
  let places = 0;
  for (const word of rest) {
    const option = /^(port|options)=(.*)$/is.exec(word.text);
    if (option !== null) {
      places = 3;
      if (option[1]?.toLowerCase() === 'port') port = portOf(option[2] ?? '', word, report);
    } else if (places === 2 || (places === 1 && /^[-+]?\d+$/.test(word.text))) {
      places = 3;
      port = portOf(word.text, word, report);
    } else if (places < 2 && attributeNameOf(word.text) === null) places += 1;
    else report('flexnet-word-unknown', word.line, word.text);
  }
  return { line, name: name.text, port };
}
