import { checkSignature, dayOf, readAttributes, textOf } from './attributes';
import { featureKey } from './feature-key';
import { isName, isVersion } from './grant-line';
import { attributeNameOf } from '../text/keywords';
import type { ReportProblem } from '../text/problem';
import type { Statement } from './statements';

/** One feature of a package; what is null comes from the line that enables the package. */
export type Component = { name: string; version: string | null; count: number | null };

export type Package = {
  line: number;
  name: string;
  vendor: string;
  feature: string;
  version: string | null;
  components: readonly Component[];
  /** The feature of the package's name stays beside its components; else they take its place. */
  isSuite: boolean;
  issuedOn: string | null;
  supersedes: readonly string[] | null;
};

const OPTIONS = new Set(['SUITE', 'SUITE_RESERVED']);
const MAX_COMPONENTS = 5000;
/** Of each licence of the package; left out = 1. */
const COUNT = /^(?:0*[1-9]\d{0,8})?$/;
const PACKAGE_VERSION = /^\d{1,8}(?:\.\d{1,9})?$/;

function readComponent(text: string): Component | null {
  const [name, version = '', count = '', ...more] = text.split(':');
  const isReadable =
    isName(name) && more.length === 0 && (version === '' || isVersion(version)) && COUNT.test(count);
  if (!isReadable) return null;
  return { name, version: version === '' ? null : version, count: count === '' ? null : Number(count) };
}

/** A PACKAGE line (End User Guide p. 115-116); null where it names no components that can be read. */
export function readPackageLine({ line, words }: Statement, report: ReportProblem): Package | null {
  const [, name, vendor, third] = words;
  if (!name || !vendor || !isName(name.text) || !isName(vendor.text)) {
    report('flexnet-fields-missing', line, words.map(({ text }) => text).join(' '));
    return null;
  }
  const hasVersion =
    third !== undefined && attributeNameOf(third.text) === null && PACKAGE_VERSION.test(third.text);
  const attributes = readAttributes(words.slice(hasVersion ? 4 : 3), report);
  checkSignature(attributes, line, report, name.text);
  const list = attributes.values.get('COMPONENTS');
  const texts = (list?.text ?? '').split(/[ \t]+/).filter((text) => text !== '');
  const components = texts.map(readComponent);
  const bad = components.indexOf(null);
  const isReadable = texts.length > 0 && texts.length <= MAX_COMPONENTS && bad === -1;
  if (!isReadable) report('flexnet-components-invalid', list?.line ?? line, texts[bad] ?? name.text);
  const issuedOn = dayOf(attributes, 'ISSUED', report);
  const optionList = attributes.values.get('OPTIONS');
  const options = (optionList?.text ?? '').toUpperCase().split(/[ \t,]+/);
  if (optionList && !options.every((option) => OPTIONS.has(option))) {
    report('flexnet-word-unknown', optionList.line, `OPTIONS=${optionList.text}`);
  }
  const isSuperseding = attributes.values.has('SUPERSEDE');
  return {
    ...{ line, name: name.text, vendor: vendor.text, feature: featureKey(name.text, vendor.text) },
    ...{ version: hasVersion ? third.text : null, issuedOn },
    components: isReadable ? components.filter((component) => component !== null) : [],
    isSuite: (textOf(attributes, 'OPTIONS') ?? '')
      .toUpperCase()
      .split(/[\s,]+/)
      .includes('SUITE'),
    supersedes: isSuperseding
      ? (textOf(attributes, 'SUPERSEDE') ?? name.text).toLowerCase().split(/[ \t]+/)
      : null,
  };
}
