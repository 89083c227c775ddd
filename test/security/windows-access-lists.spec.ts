import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';

interface Lists {
  folders: { name: string; list: string }[];
}

const ROOT = path.resolve(import.meta.dirname, '../..');
const LAB = path.join(ROOT, 'test/support/windows/access-lab.sh');
const { folders } = JSON.parse(
  readFileSync(path.join(ROOT, 'build/windows/access-lists.json'), 'utf8'),
) as Lists;
const ACCOUNTS = {
  administrator: 'winadm',
  service: 'winsvc',
  operator: 'winop',
  outsider: 'winout',
} as const;
type Account = keyof typeof ACCOUNTS;

/** The list with accounts of the file server; everybody stands for the users of a machine, and nobody tries an account. */
const onServer = (list: string) =>
  list
    .replaceAll(/\([^()]*\{trial\}\)/g, '')
    .replaceAll('{service}', '{winsvc}')
    .replaceAll('{operators}', '{winop}')
    // Samba reads FA as less than Windows does.
    .replaceAll(';FA;', ';0x1f01ff;')
    .replaceAll('BA', '{winadm}')
    .replaceAll(';BU)', ';WD)')
    .replace('D:P(', 'G:SYD:PAI(');

/** Each file lies there only after the folder has its list, as all files of the product do. */
const steps = folders.flatMap(({ name, list }) => {
  const old = Object.values(ACCOUNTS).map((account) => `put FILE "${name}\\old-${account}"`);
  return [
    `list\t${name}\t${onServer(list)}`,
    `do\twinadm\tput FILE "${name}\\early"; ${old.join('; ')}`,
    `do\twinsvc\tput FILE "${name}\\of-service"`,
    ...Object.values(ACCOUNTS).map((account) => {
      const reads = ['early', 'of-service'].map((file) => `get "${name}\\${file}" /dev/null`);
      const writes = [`put FILE "${name}\\new-${account}"`, `del "${name}\\old-${account}"`];
      return `do\t${account}\tls "${name}\\*"; ${[...reads, ...writes].join('; ')}`;
    }),
  ];
});

/** What is refused, by what smbclient says of it; in the order of the letters. */
const REFUSALS = [/listing/, /\\early$/, /\\of-service$/, /\\new-\w+$/, /\\old-\w+$/];
const LETTERS = ['l', 'r', 's', 'w', 'd'];

/** l: lists the folder, r: reads a file of the administrators, s: one that the service made, w: makes one, d: deletes one. */
const rightsIn = (said: string) => {
  const refused = said.split('\n').filter((line) => line.includes('NT_STATUS'));
  return LETTERS.map((letter, at) =>
    refused.some((line) => REFUSALS[at]?.test(line.trim())) ? '-' : letter,
  ).join('');
};

describe.runIf(process.getuid?.() === 0)('the access lists of Windows, enforced by a file server', () => {
  const matrix: Record<string, Record<Account, string>> = {};

  beforeAll(() => {
    const home = path.join(mkdtempSync(path.join(tmpdir(), 'access-')), 'lab');
    // The accounts of the server have to come through it.
    chmodSync(path.dirname(home), 0o755);
    try {
      const answers = execFileSync('unshare', ['--net', '--mount', LAB, home], {
        ...{ input: `${steps.join('\n')}\n`, encoding: 'utf8', timeout: 240_000 },
      }).split('\f\n');
      const each = steps.length / folders.length;
      folders.forEach(({ name }, at) => {
        const [administrator, service, operator, outsider] = answers
          .slice(at * each + 3, (at + 1) * each)
          .map(rightsIn) as [string, string, string, string];
        matrix[name] = { administrator, service, operator, outsider };
      });
    } finally {
      rmSync(path.dirname(home), { recursive: true, force: true });
    }
  }, 300_000);

  it('let each account do what it needs with each folder, and nothing else', () => {
    const all = { administrator: 'lrswd', service: 'lrswd' };
    const own = { ...all, operator: '-----', outsider: '-----' };
    const readable = { ...all, operator: 'lrs--', outsider: '-----' };
    expect(matrix).toEqual({
      home: { ...all, operator: 'l----', outsider: '-----' },
      settings: readable,
      // The service makes no file there, so nobody reads one.
      policy: { administrator: 'lr-wd', service: 'lr---', operator: 'lr---', outsider: '-----' },
      run: readable,
      'run-closed': own,
      state: own,
      updates: own,
      'update-files': readable,
      'installer-notes': { administrator: 'lr-wd', service: 'lr---', operator: 'lr---', outsider: 'lr---' },
    });
  });
});
