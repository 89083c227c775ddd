import { expect, it } from 'vitest';
import { entriesOf } from '@shared/contract/define';
import { contract } from './page-contract';
import { isForWindow, type WindowKind } from './window-calls';

const channelsOf = (kind: WindowKind) =>
  entriesOf(contract)
    .map(({ channel }) => channel)
    .filter((channel) => isForWindow(kind, channel));

it('lets the window of a request answer it, and nothing else', () => {
  expect(channelsOf('request').sort()).toEqual([
    'app.facts',
    'app.factsChanged',
    'assistance.allow',
    'assistance.deny',
    'status.changed',
    'status.read',
  ]);
});

it('lets the window of a session end and extend it', () => {
  expect(channelsOf('session').sort()).toEqual([
    'app.facts',
    'app.factsChanged',
    'assistance.extend',
    'assistance.stop',
    'status.changed',
    'status.read',
  ]);
});

it('leaves every other call to the main window, and no answer', () => {
  const all = entriesOf(contract).map(({ channel }) => channel);
  const answers = ['assistance.allow', 'assistance.deny'];
  expect(channelsOf('main')).toEqual(all.filter((channel) => !answers.includes(channel)));
});

it('is for no small window where the channel is not known', () => {
  expect(isForWindow('request', 'assistance.answer')).toBe(false);
  expect(isForWindow('session', 'constructor')).toBe(false);
});
