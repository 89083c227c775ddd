import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SECRET_KEYS } from '@shared/domain/settings/setting-keys';
import { createFakePolicySource } from '@electron/platform/policy';
import { readPolicy } from './read-policy';
import { settingsUnder } from './parse-settings';

const read = (policy: object) => readPolicy(createFakePolicySource(policy));

describe('a policy', () => {
  it('locks settings by their keys, or in sections as the settings file has them', async () => {
    const flat = await read({
      locked: { 'proxy.mode': 'manual', 'proxy.url': 'http://Proxy.example:8080/' },
    });
    expect(flat.state).toEqual({ lockedBy: '', locked: ['proxy.mode', 'proxy.url'], problem: null });
    expect(flat.policy.locked['proxy.url']).toBe('proxy.example:8080');
    const nested = await read({
      lockedBy: 'IT, ext. 1234',
      locked: { proxy: { mode: 'manual', url: 'proxy.example:8080' } },
    });
    expect(nested.policy.locked).toEqual(flat.policy.locked);
    expect(nested.state?.lockedBy).toBe('IT, ext. 1234');
  });

  it('stands over the file with what it locks, and under it with its defaults', async () => {
    const { policy } = await read({
      defaults: { 'updates.download': false, language: 'it' },
      locked: { 'remoteService.enabled': false },
    });
    const file = { language: 'en-GB', remoteService: { enabled: true, serviceOrganisationId: 'ORG' } };
    const under = settingsUnder(file, policy);
    expect(under?.settings).toMatchObject({
      language: 'en-GB',
      updates: { download: false },
      remoteService: { enabled: false, serviceOrganisationId: 'ORG' },
    });
    expect(under?.own.remoteService.enabled).toBe(true);
  });

  it('gives the licence servers it names ids that stay the same', async () => {
    const { policy } = await read({
      locked: { licenceServers: [{ name: 'Hall', kind: 'local', path: '/l' }] },
    });
    const ids = [1, 2].map(() => settingsUnder({}, policy)?.settings.licenceServers[0]?.id);
    expect(ids[0]).toMatch(/^[\w-]{16}$/);
    expect(ids[1]).toBe(ids[0]);
  });

  it.each<[object, string]>([
    [[], ''],
    [{ locked: { 'proxy.mode': 'sometimes' } }, 'locked.proxy.mode'],
    [{ locked: { 'proxy.url': 'ftp://x' } }, 'locked.proxy.url'],
    [{ locked: { colour: 'red' } }, 'locked.colour'],
    [
      { locked: { 'proxy.mode': 'detect', 'remoteAssistance.allowed': true } },
      'locked.remoteAssistance.allowed',
    ],
    [{ lock: {} }, 'lock'],
    [{ version: 2 }, 'version'],
    ...SECRET_KEYS.map((key): [object, string] => [{ locked: { [key]: 'CANARY' } }, `locked.${key}`]),
  ])('%j is ignored whole, and it is said where the error is', async (policy, detail) => {
    const { policy: counted, state } = await read(policy);
    expect(counted).toEqual({ version: 1, lockedBy: '', defaults: {}, locked: {}, rereadCommands: {} });
    expect(state).toMatchObject({ locked: [], problem: { code: 'policy-invalid', params: { detail } } });
  });

  it('gives commands of the known forms alone', async () => {
    const command = ['/opt/flexlm/lmutil', 'lmreread', '-c', '27000@localhost'];
    expect((await read({ rereadCommands: { 'Hall 1': command } })).policy.rereadCommands).toEqual({
      'Hall 1': command,
    });
    for (const [wrong, at] of [
      [{ rereadCommands: { 'Hall 1': ['/bin/sh', '-c', 'id'] } }, 'rereadCommands.Hall 1'],
      [{ rereadCommands: { 'Hall 1': ['lmutil', 'lmreread', '-c', '/l'] } }, 'rereadCommands.Hall 1'],
      [
        { locked: { licenceServers: [{ name: 'A', kind: 'local', path: '/l', rereadCommand: command }] } },
        'locked.licenceServers.0.rereadCommand',
      ],
    ] as const) {
      const { policy, state } = await read(wrong);
      expect(policy.rereadCommands).toEqual({});
      expect(state?.problem?.params).toMatchObject({ detail: at });
    }
  });

  it('of junk never throws and never locks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map((text) => new TextEncoder().encode(text)),
        ),
        async (bytes) => {
          const source = createFakePolicySource();
          source.set({ found: true, place: '/p', bytes });
          const { state } = await readPolicy(source);
          expect(state?.locked).toEqual([]);
        },
      ),
    );
  });

  it('that is not to be trusted counts for nothing and says why', async () => {
    const source = createFakePolicySource();
    source.set({ found: true, place: '/p', distrust: 'writable-by-others' });
    expect(await readPolicy(source)).toMatchObject({
      policy: { locked: {} },
      state: { problem: { code: 'policy-untrusted', params: { file: '/p', why: 'writable-by-others' } } },
    });
  });

  it('has a mark that changes with all that it changes', async () => {
    const source = createFakePolicySource();
    const marks = [(await readPolicy(source)).mark];
    for (const mode of ['none', 'detect']) {
      marks.push((await read({ locked: { 'proxy.mode': mode } })).mark);
    }
    source.set({ found: true, place: '/p', distrust: 'link' });
    marks.push((await readPolicy(source)).mark);
    expect(new Set(marks).size).toBe(4);
    expect(marks[0]).toBe('');
  });
});
