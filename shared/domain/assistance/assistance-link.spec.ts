import { describe, expect, it } from 'vitest';
import { isSessionCode, linkRefusal } from './assistance-link';
import { HOSTILE_CODES, HOSTILE_LINKS } from './assistance-link.fixture';

const HOST = 'https://get.teamviewer.com';

describe('the link of a session', () => {
  it.each([
    `${HOST}/s12345678`,
    `${HOST}/v15/s12345678`,
    `${HOST}/s123456789`,
    `${HOST}/v15/s12-345-678`,
    `${HOST}/s123-456-789`,
  ])('takes %s', (link) => expect(linkRefusal(link)).toBeNull());

  it.each(HOSTILE_LINKS)('refuses %j by the name %s', (link, name) => expect(linkRefusal(link)).toBe(name));
});

describe('the code of a session', () => {
  it('is s and three groups of digits', () => {
    expect(['s12-345-678', 's123-456-789'].every(isSessionCode)).toBe(true);
    expect(HOSTILE_CODES.filter(isSessionCode)).toEqual([]);
  });
});
