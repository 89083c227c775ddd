import { describe, expect, it } from 'vitest';
import { cases } from './vectors.fixture';
import { VerifyContextFile } from './verify-context';

describe('VerifyContextFile', () => {
  it('takes nothing, and ignores what it does not know', () => {
    expect(VerifyContextFile.parse({})).toEqual({});
    expect(VerifyContextFile.parse({ product: 'P', later: true })).toEqual({ product: 'P' });
  });

  it('carries trust of its own', () => {
    const { roots, threshold } = cases;
    const given = { roots, threshold, keySet: { payload: 'a', signatures: [] } };
    expect(VerifyContextFile.parse(given)).toEqual(given);
  });

  it.each([{ now: 'yesterday' }, { installedSequence: -1 }, { roots: [{ d: 'secret' }] }, []])(
    'refuses %j',
    (given) => {
      expect(VerifyContextFile.safeParse(given).success).toBe(false);
    },
  );
});
