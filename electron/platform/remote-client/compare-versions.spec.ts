import { describe, expect, it } from 'vitest';
import { isAtLeast } from './compare-versions';

describe('versions', () => {
  it.each([
    ['15.50.5', '15.50.5', true],
    ['15.50.5 (DEB)', '15.9', true],
    ['15.9', '15.50', false],
    ['15', '15.0.0', true],
    ['14.99', '15', false],
  ])('%s against %s', (version, minimum, expected) => expect(isAtLeast(version, minimum)).toBe(expected));
});
