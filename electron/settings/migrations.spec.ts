import { describe, expect, it } from 'vitest';
import { SETTINGS_VERSION } from '@shared/domain/settings/settings';
import { MIGRATION_STEPS, migrate } from './migrations';

const steps = {
  1: ({ colour, ...rest }: Record<string, unknown>) => ({ ...rest, color: colour }),
  2: (file: Record<string, unknown>) => ({ ...file, size: 10 }),
};

describe('migrations', () => {
  it('have a step for every version before this one', () => {
    const earlier = Array.from({ length: SETTINGS_VERSION - 1 }, (_, index) => String(index + 1));
    expect(Object.keys(MIGRATION_STEPS)).toEqual(earlier);
  });

  it('take the command out of every licence server, and leave alone what they do not know', () => {
    const servers = [{ name: 'A', rereadCommand: ['/bin/sh', '-c', 'id'], colour: 'red' }, { name: 'B' }, 7];
    expect(migrate({ version: 1, licenceServers: servers, language: 'it' })).toEqual({
      ok: true,
      value: {
        ...{ version: 2, language: 'it' },
        licenceServers: [{ name: 'A', colour: 'red' }, { name: 'B' }, 7],
      },
    });
    for (const licenceServers of [undefined, null, 'x', {}])
      expect(migrate({ licenceServers })).toMatchObject({ ok: true, value: { licenceServers } });
  });

  it('run in order from the version of the file', () => {
    expect(migrate({ colour: 'red' }, steps, 3)).toEqual({
      ok: true,
      value: { version: 3, color: 'red', size: 10 },
    });
    expect(migrate({ version: 2, color: 'red' }, steps, 3)).toMatchObject({
      value: { version: 3, color: 'red' },
    });
    expect(migrate({ version: 3, size: 1 }, steps, 3)).toEqual({ ok: true, value: { version: 3, size: 1 } });
  });

  it('leave a newer file alone and refuse what is no settings file', () => {
    expect(migrate({ version: 4 }, steps, 3)).toEqual({ ok: false, code: 'settings-newer' });
    for (const content of [null, [], 'text', 7, { version: 0 }, { version: '1' }, { version: 1.5 }]) {
      expect(migrate(content, steps, 3)).toEqual({ ok: false, code: 'settings-broken' });
    }
  });
});
