import { describe, expect, it } from 'vitest';
import { isTrusted } from './trusted-sender';

const ours = {};
const owns = (contents: object) => contents === ours;
const page = { url: 'app://remote-service/index.html#/activity', parent: null };

describe('who may call', () => {
  it('our page in the top frame of our window', () => {
    expect(isTrusted({ sender: ours, senderFrame: page }, owns)).toBe(true);
  });

  it.each([
    ['no frame', { sender: ours, senderFrame: null }],
    ['about:blank', { sender: ours, senderFrame: { url: 'about:blank', parent: null } }],
    ['an empty address', { sender: ours, senderFrame: { url: '', parent: null } }],
    ['another host', { sender: ours, senderFrame: { url: 'app://evil/index.html', parent: null } }],
    [
      'a host that begins alike',
      { sender: ours, senderFrame: { url: 'app://remote-service.evil/', parent: null } },
    ],
    [
      'another scheme',
      { sender: ours, senderFrame: { url: 'https://remote-service/index.html', parent: null } },
    ],
    ['a child frame', { sender: ours, senderFrame: { ...page, parent: {} } }],
    ['contents of another window', { sender: {}, senderFrame: page }],
  ])('not %s', (_name, event) => {
    expect(isTrusted(event, owns)).toBe(false);
  });
});
