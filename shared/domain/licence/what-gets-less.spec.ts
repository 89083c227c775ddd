import { describe, expect, it } from 'vitest';
import { whatGetsLess } from './what-gets-less';

const feature = (id: string, quantity: number | null, expiresOn: string | null = null) => ({
  id,
  name: id,
  quantity,
  expiresOn,
});
const name = { id: 'webshop', name: 'webshop' };

describe('what gets less', () => {
  it.each([
    ['a feature is gone', [], [{ kind: 'feature-removed', ...name, quantity: 25 }]],
    ['fewer licences', [feature('WebShop', 5)], [{ kind: 'feature-quantity', ...name, from: 25, to: 5 }]],
    [
      'an end where there was none',
      [feature('webshop', 25, '2027-12-31')],
      [{ kind: 'feature-expiry', ...name, from: null, to: '2027-12-31' }],
    ],
    ['more of it', [feature('webshop', 60), feature('accounting', 1)], []],
    ['as many as are wanted', [feature('webshop', null)], []],
  ])('%s', (_what, after, changes) => {
    expect(whatGetsLess([feature('webshop', 25)], after)).toEqual(changes);
  });

  it('is a count where there was none', () => {
    expect(whatGetsLess([feature('webshop', null)], [feature('webshop', 100)])).toEqual([
      { kind: 'feature-quantity', ...name, from: 0, to: 100 },
    ]);
  });
});
