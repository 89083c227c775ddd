import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { Policy } from '@shared/domain/settings/policy';
import type { WindowsHost } from '../windows-host';
import type { RegistryPolicy } from './registry-policy';
import { createWindowsPolicySource } from './windows-policy-source';

const KEY = 'HKLM\\Software\\Policies\\Remote Service';
const FILE = 'C:\\ProgramData\\Remote Service\\policy\\policy.json';
const NO_REGISTRY: RegistryPolicy = { path: KEY, values: [], locked: [], defaults: [] };
const NO_FILE = { path: FILE, isThere: false, distrust: null };

/** A helper that says this. */
const helper = (registry: Partial<RegistryPolicy>, file: object = NO_FILE): WindowsHost => ({
  isThere: () => true,
  call: () => {
    throw new Error('nothing is run');
  },
  ask: (_, schema) =>
    Promise.resolve({
      outcome: 'done',
      answer: schema.parse({ registry: { ...NO_REGISTRY, ...registry }, file, outcome: 'done' }),
    }),
});
const read = (...facts: Parameters<typeof helper>) => createWindowsPolicySource(helper(...facts)).read();
const policyOf = async (...facts: Parameters<typeof helper>): Promise<unknown> => {
  const text = await read(...facts);
  return 'bytes' in text ? JSON.parse(new TextDecoder().decode(text.bytes)) : text;
};
const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('the policy on Windows', () => {
  it('is that of the registry, else that of the file, else none', async () => {
    const file = { path: FILE, isThere: true, distrust: null, bytes: base64('{"version":1}') };
    const values = [{ name: 'policy', text: '{"lockedBy":"Zoë"}' }];
    expect(await read({ values }, file)).toMatchObject({ found: true, place: KEY });
    expect(await policyOf({ values }, file)).toEqual({ lockedBy: 'Zoë' });
    expect(await read({}, file)).toMatchObject({ found: true, place: FILE });
    expect(await policyOf({}, file)).toEqual({ version: 1 });
    expect(await read({})).toEqual({ found: false });
  });

  it('has single settings in the types that a template writes', async () => {
    const registry = {
      values: [{ name: 'LockedBy', text: 'IT, 日本' }],
      locked: [
        { name: 'proxy.mode', text: 'none' },
        { name: 'updates.download', number: 1 },
        { name: 'remoteAssistance.allowed', number: 0 },
        { name: 'updates.maxKilobytesPerSecond', number: 100 },
        {
          name: 'licenceServers',
          texts: ['{"name":"Local","kind":"local","path":"C:\\\\Licences"}', ''],
        },
      ],
      defaults: [{ name: 'remoteService.serviceOrganisationId', text: 'ORG-77' }],
    };
    const policy = await policyOf(registry);
    expect(Policy.parse(policy)).toMatchObject({
      lockedBy: 'IT, 日本',
      locked: {
        'proxy.mode': 'none',
        'updates.download': true,
        'remoteAssistance.allowed': false,
        'updates.maxKilobytesPerSecond': 100,
        licenceServers: [{ name: 'Local', kind: 'local', path: 'C:\\Licences' }],
      },
      defaults: { 'remoteService.serviceOrganisationId': 'ORG-77' },
    });
  });

  it('has single settings over a whole one', async () => {
    const values = [{ name: 'Policy', text: '{"locked":{"proxy.mode":"none","language":"de"}}' }];
    const locked = [{ name: 'proxy.mode', text: 'detect' }];
    expect(await policyOf({ values, locked })).toMatchObject({
      locked: { 'proxy.mode': 'detect', language: 'de' },
    });
  });

  it.each([
    [{ name: 'proxy.mode', number: 7 }],
    [{ name: 'updates.download', number: 2 }],
    [{ name: 'licenceServers', texts: ['no JSON'] }],
    [{ name: 'language' }],
    [{ name: 'no.such.setting', text: 'x' }],
  ])('is refused with %j rather than read without it', async (value) => {
    expect(Policy.safeParse(await policyOf({ locked: [value] })).success).toBe(false);
  });

  it('is not believed where the helper says so, or does not answer', async () => {
    const unsafe = { path: FILE, isThere: true, distrust: 'writable-by-others' };
    expect(await read({}, unsafe)).toEqual({ found: true, place: FILE, distrust: 'writable-by-others' });
    const silent = { ...helper({}), ask: () => Promise.resolve({ outcome: 'failed' as const }) };
    expect(await createWindowsPolicySource(silent).read()).toMatchObject({ distrust: 'unreadable' });
  });

  it('is none where the program has no helper', async () => {
    const source = createWindowsPolicySource({ ...helper({}), isThere: () => false });
    expect(await source.read()).toEqual({ found: false });
    source.watch(() => undefined)();
  });
});

const TEMPLATE = path.resolve(
  import.meta.dirname,
  '../../../build/windows/policy-templates/remote-service.admx',
);
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name);

/** A value that the editor of Windows would write for this policy. */
const valueIn = (policy: string) => {
  if (policy.includes('<enabledValue>')) return { number: 1 };
  const [choice] = all(policy, /<value><string>([^<]+)</g);
  if (choice !== undefined) return { text: choice };
  const [low] = all(policy, /minValue="(\d+)"/g);
  if (low !== undefined) return { number: Number(low) };
  if (policy.includes('<multiText')) return { texts: [''] };
  return { text: policy.includes('"updates.holdUntil"') ? '2027-01-31' : '' };
};

it('the policy on Windows has room for everything that the administrative template writes', async () => {
  const policies = all(readFileSync(TEMPLATE, 'utf8'), /(<policy .*<\/policy>)/g).map((policy) => ({
    key: `HKLM\\${all(policy, / key="([^"]+)"/g)[0] ?? ''}`,
    name: all(policy, /valueName="([^"]+)"/g)[0] ?? '',
    ...valueIn(policy),
  }));
  const under = (key: string) => policies.filter((policy) => policy.key === key);
  const single = { locked: under(`${KEY}\\Locked`), defaults: under(`${KEY}\\Defaults`) };
  const { locked, defaults } = Policy.parse(await policyOf({ values: under(KEY), ...single }));
  const keys = single.locked.map(({ name }) => name).sort();
  expect(keys.length).toBeGreaterThan(10);
  expect(Object.keys(locked).sort()).toEqual(keys);
  expect(Object.keys(defaults).sort()).toEqual(keys);
});
