import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import { contract } from '@shared/contract/page/page-contract';
import { entriesOf } from '@shared/contract/define';
import type { WindowKind } from '@shared/contract/page/window-calls';
import { createCallGuard } from './call-guard';
import { CALLS_WITHOUT_PERSON } from './calls-without-person';
import { PersonActs } from './person-acts';

const frame = { url: 'app://remote-service/index.html', parent: null };
const calls = entriesOf(contract).flatMap(({ channel, spec }) => (spec.kind === 'call' ? [channel] : []));

const world = (kind: WindowKind | null = 'main') => {
  const clock = { now: 1000 };
  const front: { from: number | null } = { from: null };
  const asked: string[] = [];
  const answer = { isYes: false };
  const acts = new PersonActs<EventEmitter>(() => clock.now);
  const sender = new EventEmitter();
  acts.watch(sender);
  const guard = createCallGuard({
    kindOf: (contents) => (contents === sender ? kind : null),
    acts,
    answersCountFrom: () => front.from,
    askPerson: (channel) => {
      asked.push(channel);
      return Promise.resolve(answer.isYes);
    },
  });
  const press = () => sender.emit('input-event', {}, { type: 'mouseUp' });
  const ask = (channel: string) => guard({ sender, senderFrame: frame }, channel);
  return { clock, front, asked, answer, sender, guard, press, ask };
};

it('lets a page look by itself, and do nothing else', async () => {
  const { ask } = world();
  const verdicts = await Promise.all(calls.map(async (channel) => [channel, await ask(channel)] as const));
  const by = (wanted: string) => verdicts.filter(([, verdict]) => verdict === wanted).map(([name]) => name);
  expect(by('may').sort()).toEqual([...CALLS_WITHOUT_PERSON].sort());
  expect(by('untrusted-sender')).toEqual(['assistance.allow', 'assistance.deny']);
  for (const name of ['settings.save', 'licence.install', 'updates.install', 'service.act', 'account.change'])
    expect(by('person-needed')).toContain(name);
});

it('lets it do what a person has just pressed a button for', async () => {
  const { ask, press, clock } = world();
  press();
  expect(await ask('settings.save')).toBe('may');
  clock.now += 5001;
  expect(await ask('settings.save')).toBe('person-needed');
});

it('lets it do what a person says yes to in a dialog of the system', async () => {
  const { ask, asked, answer } = world();
  answer.isYes = true;
  expect(await ask('licence.install')).toBe('may');
  expect(asked).toEqual(['licence.install']);
});

it('takes an answer to a request only from its window, pressed after it stood in front of the person', async () => {
  const { ask, press, front, clock, asked, answer } = world('request');
  answer.isYes = true;
  press();
  for (const name of ['assistance.allow', 'assistance.deny']) expect(await ask(name)).toBe('person-needed');
  front.from = clock.now + 500;
  expect(await ask('assistance.allow')).toBe('person-needed');
  clock.now += 499;
  press();
  expect(await ask('assistance.allow')).toBe('person-needed');
  clock.now += 1;
  press();
  expect(await ask('assistance.allow')).toBe('may');
  expect(await ask('settings.save')).toBe('untrusted-sender');
  expect(asked).toEqual([]);
});

it('takes no answer in the main window and in that of a session, whatever was pressed there', async () => {
  for (const kind of ['main', 'session', null] as const) {
    const { ask, press, front } = world(kind);
    front.from = 0;
    press();
    expect(await ask('assistance.allow')).toBe('untrusted-sender');
  }
});

it('takes nothing from a frame in the page, or from another page', async () => {
  const { guard, sender, press } = world();
  press();
  expect(await guard({ sender, senderFrame: { ...frame, parent: {} } }, 'app.facts')).toBe(
    'untrusted-sender',
  );
  expect(await guard({ sender, senderFrame: { ...frame, url: 'about:blank' } }, 'app.facts')).toBe(
    'untrusted-sender',
  );
});
