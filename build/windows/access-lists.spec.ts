import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Lists {
  principals: Record<string, string>;
  folders: { name: string; path: string; list: string }[];
  service: { list: string };
  pipe: { list: string };
  handover: { list: string };
}
const lists = JSON.parse(readFileSync(new URL('./access-lists.json', import.meta.url), 'utf8')) as Lists;
const folder = (name: string) => lists.folders.find((one) => one.name === name)?.list ?? '';
const all = [...lists.folders, lists.service, lists.pipe, lists.handover].map(({ list }) => list);

/** What a principal may do, by the entries of a list. */
const rightsOf = (list: string, principal: string) =>
  [...list.matchAll(/\((\w);(\w*);(\w+);;;([^)]+)\)/g)].flatMap(([, , , rights = '', who]) =>
    who === principal ? [rights] : [],
  );

const READING = '0x1200a9';

describe('the access lists', () => {
  it('consist of plain entries for principals that are known', () => {
    const known = [...Object.keys(lists.principals), 'SY', 'BA', 'BU', 'IU', 'SU'];
    for (const list of all) {
      expect(list).toMatch(/^(?:O:BA)?D:P?(?:\(A;\w*;\w+;;;[^();]+\))+$/);
      for (const [, who] of list.matchAll(/;;;([^)]+)\)/g)) expect(known).toContain(who);
    }
  });

  it('protect every folder from what its parent hands down, and give it to the administrators', () => {
    for (const { list, name } of lists.folders) {
      expect(list, name).toMatch(/^O:BAD:P\(A;OICI;FA;;;SY\)\(A;OICI;FA;;;BA\)/);
    }
  });

  it('let neither the service nor operators write what is believed of administrators', () => {
    for (const name of ['policy', 'installer-notes'])
      for (const who of ['{service}', '{operators}', 'BU'])
        for (const rights of rightsOf(folder(name), who)) expect(rights).toBe(READING);
  });

  it('let operators read what they need and nothing of the service’s own', () => {
    expect(rightsOf(folder('run'), '{operators}')).toEqual([READING]);
    expect(rightsOf(folder('update-files'), '{operators}')).toEqual([READING]);
    for (const name of ['state', 'updates', 'run-closed']) expect(folder(name)).not.toContain('{operators}');
    // The folder itself, not what lies in it.
    expect(folder('home')).toContain(`(A;;${READING};;;{operators})`);
  });

  it('do not let the service move its home, which a policy lies in', () => {
    const DELETE = 0x10000;
    const DELETE_CHILD = 0x40;
    const own = /\(A;;(0x[\da-f]+);;;\{service\}\)/.exec(folder('home'))?.[1];
    expect(Number(own) & (DELETE | DELETE_CHILD)).toBe(0);
  });

  it('let operators connect to the pipe, start and stop the service, and change neither', () => {
    expect(rightsOf(lists.pipe.list, '{operators}')).toEqual(['FRFW']);
    const [rights = ''] = rightsOf(lists.service.list, '{operators}');
    expect(rights).toMatch(/RP.*WP/);
    for (const right of ['DC', 'WD', 'WO', 'SD']) expect(rights).not.toContain(right);
    expect(lists.handover.list).toBe('D:P(A;;FA;;;SY)(A;;FA;;;BA)');
  });

  it('are all in the header that the helper is compiled with', () => {
    const script = new URL('./access-lists.mjs', import.meta.url).href;
    const source = `process.stdout.write((await import(${JSON.stringify(script)})).accessListsHeader());`;
    const words = ['--input-type=module', '-e', source];
    const header = execFileSync(process.execPath, words, { encoding: 'utf8' });
    for (const list of all) expect(header).toContain(list);
    expect(header).toContain('L"Remote Service\\\\run\\\\service-only"');
  });
});
