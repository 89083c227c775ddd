const SHORT = {
  s: 'input-type',
  t: 'output-type',
  d: 'depends',
  n: 'name',
  v: 'version',
  a: 'architecture',
  p: 'package',
  m: 'maintainer',
};
const FLAGS = new Set(['force', 'debug', 'verbose']);
const LISTS = new Set(['depends', 'deb-recommends']);
const VALUES = new Set([
  'input-type',
  'output-type',
  'log',
  'name',
  'version',
  'iteration',
  'architecture',
  'package',
  'maintainer',
  'vendor',
  'url',
  'description',
  'license',
  'category',
  'deb-priority',
  'deb-compression',
  'rpm-os',
  'rpm-compression',
  'rpm-summary',
  'rpm-changelog',
  'before-install',
  'after-install',
  'before-remove',
  'after-remove',
]);

/**
 * Reads fpm's words: `options` by their long names, `files` as [source, target] pairs. An option that is not carried out
 * here is an error, so that no package silently lacks something.
 */
export function readFpmWords(words) {
  const options = { depends: [], 'deb-recommends': [] };
  const files = [];
  const rest = [...words];
  while (rest.length > 0) {
    const word = rest.shift();
    if (!word.startsWith('-')) files.push(splitAt(word, word.lastIndexOf('=')));
    else keep(options, ...nameAndValue(word, rest));
  }
  return { options, files };
}

function nameAndValue(word, rest) {
  const at = word.indexOf('=');
  if (word.startsWith('--') && at !== -1) return splitAt(word.slice(2), at - 2);
  const name = word.startsWith('--') ? word.slice(2) : SHORT[word.slice(1)];
  return [name ?? word, FLAGS.has(name) ? true : rest.shift()];
}

function keep(options, name, value) {
  if (LISTS.has(name)) options[name].push(value);
  else if (VALUES.has(name) || FLAGS.has(name)) options[name] = value;
  else throw new Error(`fpm: the option ${name} is not supported`);
}

function splitAt(text, index) {
  return [text.slice(0, index), text.slice(index + 1)];
}
