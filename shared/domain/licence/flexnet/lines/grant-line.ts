import { checkSignature, dayOf, readAttributes, textOf, type Attributes } from './attributes';
import { featureKey } from './feature-key';
import { hostIdsOf, isDemoHost, normalHostId } from './host-id';
import type { ReportProblem } from '../text/problem';
import { looksLikeDay, readExpiry } from './read-day';
import type { Statement } from './statements';
import { ODD_BLANK, type Word } from '../text/word-reader';

export type Count = number | 'uncounted';

/** Licences that one line grants. Days are `YYYY-MM-DD` in UTC. */
export type Grant = {
  /** Of FEATURE lines only the first counted one counts, INCREMENT lines add up. */
  kind: 'FEATURE' | 'INCREMENT';
  line: number;
  name: string;
  vendor: string;
  /** The two by `featureKey`, made once, as many rules ask for it. */
  feature: string;
  version: string;
  count: Count;
  /** The last usable day; null = without end. */
  expiresOn: string | null;
  /** The first usable day; null = none is named. */
  startsOn: string | null;
  /** By ISSUED or else START; null = not dated. */
  issuedOn: string | null;
  /** Names in lower case of the features whose earlier licences end with this line; null = of none. */
  supersedes: readonly string[] | null;
  serialNumber: string | null;
  /** The machines it is locked to; empty = it floats. */
  hostIds: readonly string[];
  /** Given with `sort=`; null = the line is sorted by the rules. */
  sort: number | null;
  /** What else tells one pool of licences of a feature and version from another. */
  pool: string;
};

export type Upgrade = Omit<Grant, 'kind'> & { fromVersion: string };

/** License Administration Guide, "FEATURE and INCREMENT Lines", without the version and HOSTID. */
const POOL_ATTRIBUTES = [
  'BORROW',
  'DUP_GROUP',
  'FLOAT_OK',
  'HOST_BASED',
  'PLATFORMS',
  'TZ',
  'USER_BASED',
  'VM_PLATFORMS',
];
const MAX_COUNT = 4_294_967_295;
const VERSION = /^[0-9A-Za-z][0-9A-Za-z._-]*$/;
/** No `=`, which a word that ran into it would have brought along. */
const SERIAL_NUMBER = /^[^=]*[^=\s][^=]*$/;
const MAX_WORD = 256;

export const isUsable = (word: string | undefined): word is string =>
  word !== undefined && word !== '' && word.length <= MAX_WORD;

/** Whether a word can be the name of a feature or a daemon: no day, and no word with a value. */
export const isName = (word: string | undefined): word is string =>
  isUsable(word) && !/[="{}<>]/.test(word) && !looksLikeDay(word);

/** Whether a word can be the version of a feature; a day is none, but the word of another field. */
export const isVersion = (word: string): boolean => VERSION.test(word) && !looksLikeDay(word);

/** Versions are decimal numbers: 1.10 comes before 1.9. Negative where `one` is lower; 0 where they cannot be told apart. */
export function compareVersions(one: string, other: string): number {
  const difference = Number(one) - Number(other);
  if (!Number.isNaN(difference)) return difference;
  return one < other ? -1 : Number(one > other);
}

function readCount(word: Word, report: ReportProblem): Count | null {
  if (/^(?:uncounted|0+)$/i.test(word.text)) return 'uncounted';
  const count = /^\d{1,10}$/.test(word.text) ? Number(word.text) : Number.NaN;
  if (count <= MAX_COUNT) return count;
  report('flexnet-count-invalid', word.line, word.text);
  return null;
}

function supersededBy(name: string, attributes: Attributes): string[] | null {
  if (!attributes.values.has('SUPERSEDE')) return null;
  const listed = textOf(attributes, 'SUPERSEDE');
  return (listed ?? name).toLowerCase().split(/[ \t]+/);
}

function poolOf(attributes: Attributes, hostIds: readonly string[]): string {
  const parts = POOL_ATTRIBUTES.flatMap((name) => {
    const value = attributes.values.get(name);
    return value === undefined ? [] : [value.text === '' ? name : `${name}=${value.text}`];
  });
  const host = hostIds.length === 0 ? [] : [`HOSTID=${[...hostIds].map(normalHostId).sort().join(' ')}`];
  return [...host, ...parts].join(' ');
}

function checkHosts(
  { count, hostIds, name }: Pick<Grant, 'count' | 'hostIds' | 'name'>,
  line: number,
  report: ReportProblem,
) {
  if (count === 'uncounted' && hostIds.length === 0) report('flexnet-host-id-missing', line, name);
  if (count !== 'uncounted' && hostIds.some(isDemoHost)) report('flexnet-host-id-demo', line, name);
}

function readSort(attributes: Attributes, report: ReportProblem): number | null {
  const word = attributes.values.get('SORT');
  if (word === undefined) return null;
  if (/^\d{1,9}$/.test(word.text)) return Number(word.text);
  report('flexnet-word-unknown', word.line, `sort=${word.text}`);
  return null;
}

/** Two serial numbers that look alike must be one, so nothing in it may be invisible, not even between quotation marks. */
function checkSerialNumber(attributes: Attributes, report: ReportProblem): void {
  const word = attributes.values.get('SN');
  if (word === undefined) return;
  if (ODD_BLANK.test(word.text)) report('flexnet-blank-invalid', word.line, `SN=${word.text}`);
  else if (!SERIAL_NUMBER.test(word.text)) report('flexnet-word-unknown', word.line, `SN=${word.text}`);
}

/** The fixed words of a line as they follow the vendor: versions, expiry and count. */
type Fixed = { versions: Word[]; expiry: Word; count: Word; rest: Word[] };

function readGrant(statement: Statement, fixed: Fixed, report: ReportProblem): Grant | null {
  const { line, words } = statement;
  const [, nameWord, vendorWord] = words;
  const version = fixed.versions.at(-1);
  if (!nameWord || !vendorWord || !version) return null;
  for (const { text, line: at } of [nameWord, vendorWord]) {
    if (!isName(text)) report('flexnet-word-unknown', at, text);
  }
  const wrong = fixed.versions.find(({ text }) => !isVersion(text));
  if (wrong) report('flexnet-version-invalid', wrong.line, wrong.text);
  const expiry = readExpiry(fixed.expiry.text);
  if ('error' in expiry) report(expiry.error, fixed.expiry.line, fixed.expiry.text);
  const count = readCount(fixed.count, report);
  const attributes = readAttributes(fixed.rest, report);
  checkSignature(attributes, line, report, nameWord.text);
  const host = attributes.values.get('HOSTID');
  const hostIds = hostIdsOf(host?.text ?? '');
  // Without the machine that it was locked to, it would float.
  if (host && hostIds.length === 0) report('flexnet-host-id-missing', host.line, nameWord.text);
  const startsOn = dayOf(attributes, 'START', report);
  const issued = dayOf(attributes, 'ISSUED', report);
  checkSerialNumber(attributes, report);
  const sort = readSort(attributes, report);
  if (count === null || 'error' in expiry) return null;
  checkHosts({ count, hostIds, name: nameWord.text }, line, report);
  return {
    kind: statement.keyword === 'FEATURE' ? 'FEATURE' : 'INCREMENT',
    line,
    name: nameWord.text,
    vendor: vendorWord.text,
    feature: featureKey(nameWord.text, vendorWord.text),
    version: version.text,
    count,
    expiresOn: expiry.day,
    startsOn,
    issuedOn: issued ?? startsOn,
    supersedes: supersededBy(nameWord.text, attributes),
    serialNumber: textOf(attributes, 'SN'),
    hostIds,
    sort,
    pool: poolOf(attributes, hostIds),
  };
}

function missingFields({ line, words }: Statement, count: number, report: ReportProblem): boolean {
  if (words.slice(1, count).every(({ text }) => isUsable(text)) && words.length >= count) return false;
  const shown = words.slice(0, count).map(({ text }) => text);
  report('flexnet-fields-missing', line, shown.join(' '));
  return true;
}

/** A FEATURE or INCREMENT line; null where its fields cannot be told. What is wrong with it is reported. */
export function readFeatureLine(statement: Statement, report: ReportProblem): Grant | null {
  if (missingFields(statement, 6, report)) return null;
  const [, , , version, expiry, count, ...rest] = statement.words;
  if (!version || !expiry || !count) return null;
  return readGrant(statement, { versions: [version], expiry, count, rest }, report);
}

/** An UPGRADE line, which has the version to start from in front of the new one (End User Guide p. 117). */
export function readUpgradeLine(statement: Statement, report: ReportProblem): Upgrade | null {
  if (missingFields(statement, 7, report)) return null;
  const [, , , from, to, expiry, count, ...rest] = statement.words;
  if (!from || !to || !expiry || !count) return null;
  const grant = readGrant(statement, { versions: [from, to], expiry, count, rest }, report);
  if (grant !== null && compareVersions(from.text, to.text) >= 0) {
    report('flexnet-version-invalid', to.line, to.text);
    return null;
  }
  return grant && { ...grant, fromVersion: from.text };
}
