import { describe, expect, it } from 'vitest';
import { isSessionCode, linkRefusal } from './assistance-link';

const HOST = 'https://get.teamviewer.com';

describe('the link of a session', () => {
  it.each([
    `${HOST}/s12345678`,
    `${HOST}/v15/s12345678`,
    `${HOST}/s123456789`,
    `${HOST}/v15/s12-345-678`,
    `${HOST}/s123-456-789`,
  ])('takes %s', (link) => expect(linkRefusal(link)).toBeNull());

  it.each([
    ['', 'link-scheme'],
    ['http://get.teamviewer.com/s12345678', 'link-scheme'],
    ['HTTPS://get.teamviewer.com/s12345678', 'link-scheme'],
    ['teamviewer10://control?device=1', 'link-scheme'],
    ['tvcontrol1://control?device=12345678', 'link-scheme'],
    ['javascript:alert(1)', 'link-scheme'],
    ['file:///s12345678', 'link-scheme'],
    ['//get.teamviewer.com/s12345678', 'link-scheme'],
    ['--help', 'link-scheme'],
    ['https:get.teamviewer.com/s12345678', 'link-scheme'],
    ['https://user@get.teamviewer.com/s12345678', 'link-user-info'],
    ['https://user:pw@get.teamviewer.com/s12345678', 'link-user-info'],
    ['https://get.teamviewer.com@evil.example/s12345678', 'link-user-info'],
    ['https://evil.example/s12345678', 'link-host'],
    ['https://get.teamviewer.com.evil.example/s12345678', 'link-host'],
    ['https://get-teamviewer.com/s12345678', 'link-host'],
    ['https://teamviewer.com/s12345678', 'link-host'],
    ['https://GET.teamviewer.com/s12345678', 'link-host'],
    ['https://get.teamviewer.com./s12345678', 'link-host'],
    ['https://127.0.0.1/s12345678', 'link-host'],
    ['https:///get.teamviewer.com/s12345678', 'link-host'],
    ['https://get.teamviewer.com:443/s12345678', 'link-port'],
    ['https://get.teamviewer.com:8443/s12345678', 'link-port'],
    ['https://get.teamviewer.com:/s12345678', 'link-port'],
    [`${HOST}\\s12345678`, 'link-characters'],
    ['https:\\\\get.teamviewer.com\\s12345678', 'link-characters'],
    ['https://evil.example\\.get.teamviewer.com/s12345678', 'link-characters'],
    ['https://get。teamviewer。com/s12345678', 'link-characters'],
    ['https://get．teamviewer.com/s12345678', 'link-characters'],
    ['https://gеt.teamviewer.com/s12345678', 'link-characters'],
    [`${HOST}/s12345678\u0000`, 'link-characters'],
    [`${HOST}/s12345678\n`, 'link-characters'],
    [` ${HOST}/s12345678`, 'link-characters'],
    [`${HOST}/s12345678 --install`, 'link-characters'],
    [`${HOST}/s12345678?x=1`, 'link-query'],
    [`${HOST}/s12345678?`, 'link-query'],
    [`${HOST}/s12345678#x`, 'link-fragment'],
    [`${HOST}/s12345678/extra`, 'link-path'],
    [`${HOST}/s12345678/`, 'link-path'],
    [`${HOST}/v14/s12345678`, 'link-path'],
    [`${HOST}/v15/../s12345678`, 'link-path'],
    [`${HOST}//s12345678`, 'link-path'],
    [`${HOST}/S12345678`, 'link-path'],
    [`${HOST}/s1`, 'link-path'],
    [`${HOST}/s%31%32%33%34%35%36%37`, 'link-path'],
    [`${HOST}/`, 'link-path'],
    [HOST, 'link-path'],
    [`${HOST}/s${'1'.repeat(5000)}`, 'link-too-long'],
  ])('refuses %j by the name %s', (link, name) => expect(linkRefusal(link)).toBe(name));
});

describe('the code of a session', () => {
  it('is s and three groups of digits', () => {
    expect(['s12-345-678', 's123-456-789'].every(isSessionCode)).toBe(true);
    const wrong = [
      '',
      '12-345-678',
      'S12-345-678',
      's12345678',
      's1-234-567',
      's12-345-678\n',
      's１２-345-678',
    ];
    expect([...wrong, 's12-345-678 --x', ` s12-345-678`].filter(isSessionCode)).toEqual([]);
  });
});
