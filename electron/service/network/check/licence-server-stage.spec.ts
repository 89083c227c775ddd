import { describe, expect, it } from 'vitest';
import type { CheckFact } from '@shared/domain/connection/connection-check';
import type { FolderTest } from '@shared/domain/licence/folder-test';
import type { LicenceServing } from '@shared/domain/licence/licence-summary';
import { licenceServerStage } from './licence-server-stage';

const passed: FolderTest = {
  account: 'print',
  freeBytes: null,
  steps: [{ step: 'find', outcome: 'passed', reason: null }],
};
const denied: FolderTest = {
  account: 'print',
  freeBytes: null,
  steps: [{ step: 'find', outcome: 'failed', reason: 'access-denied' }],
};
const asked = { host: 'licences', vendorPort: null, at: '2026-05-01T10:00:00Z' };
const serving: LicenceServing = { ...asked, state: 'listening', port: 27000 };
const silent: LicenceServing = {
  ...asked,
  state: 'not-serving',
  port: null,
  vendorPort: { port: 27010, isOpen: false },
};

const run = async (folder: FolderTest, answer: LicenceServing, path = '/licences') => {
  const facts: CheckFact[] = [];
  const stage = licenceServerStage(
    { id: 'one', name: 'Main server', path },
    { testFolder: () => Promise.resolve(folder), askServing: () => Promise.resolve(answer) },
  );
  const end = await stage
    .run((fact) => facts.push(fact), new AbortController().signal)
    .catch((error: unknown) => error);
  return { end, facts: facts.filter(({ fact }) => fact !== 'folder' && fact !== 'folder-step') };
};

describe('the stage of a licence server', () => {
  it('tells on which port it answers', async () => {
    expect(await run(passed, serving)).toEqual({
      end: undefined,
      facts: [{ fact: 'listening', host: 'licences', port: 27000 }],
    });
  });

  it('passes where nobody answers yet, and says so', async () => {
    expect(await run(passed, silent)).toEqual({
      end: undefined,
      facts: [
        { fact: 'not-serving', host: 'licences' },
        { fact: 'vendor-port-closed', port: 27010 },
      ],
    });
  });

  it('tells it also beside a folder that fails, and of a server that is updated by hand', async () => {
    expect(await run(denied, serving)).toMatchObject({ end: { code: 'access-denied' }, facts: [{}] });
    expect(await run(passed, serving, '')).toMatchObject({ end: 'skipped', facts: [{ fact: 'listening' }] });
    expect((await run(passed, { ...silent, state: 'not-asked', host: null })).facts).toEqual([]);
  });
});
