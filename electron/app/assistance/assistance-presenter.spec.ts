import { beforeEach, expect, it, vi } from 'vitest';
import {
  noAssistance,
  type AssistanceQuestion,
  type AssistanceStatus,
} from '@shared/domain/assistance/assistance';
import { createAssistancePresenter } from './assistance-presenter';

const question: AssistanceQuestion = {
  ...{ requestId: 'r-1', technician: 'Ada', organisation: 'O', ticket: 'T', reason: 'R', access: 'view' },
  ...{ kind: 'session', answerBy: '2026-03-02T09:02:00Z' },
};
const status = (change: Partial<AssistanceStatus> = {}): AssistanceStatus => ({
  ...noAssistance(true),
  ...change,
});

let shown: Set<string>;
let alerts: string[];
let canShow: boolean;
const runner = {
  ...{ allow: vi.fn(), deny: vi.fn(() => Promise.resolve()), cannotShow: vi.fn(() => Promise.resolve()) },
  ...{ statusChanged: vi.fn(), serviceLost: vi.fn(), stop: vi.fn(), linked: vi.fn(), endHere: vi.fn() },
};
const open = () =>
  createAssistancePresenter({
    windows: {
      show: (kind) => void shown.add(kind),
      close: (kind) => void shown.delete(kind),
    },
    runner,
    canShow: () => canShow,
    alert: ({ requestId }) => void alerts.push(requestId),
    language: () => 'it',
    log: { warn: () => undefined },
  });

beforeEach(() => {
  vi.clearAllMocks();
  [shown, alerts, canShow] = [new Set(), [], true];
});

it('shows a request once, with sound and notification, until it is over', () => {
  const presenter = open();
  presenter.statusChanged(status({ request: question }));
  presenter.statusChanged(status({ request: question }));
  expect([...shown]).toEqual(['request']);
  expect(alerts).toEqual(['r-1']);
  expect(presenter.openRequest()).toEqual(question);
  presenter.statusChanged(status());
  expect([...shown]).toEqual([]);
  expect(presenter.openRequest()).toBeNull();
});

it('says that it cannot show one on a locked screen, and shows nothing', () => {
  canShow = false;
  open().statusChanged(status({ request: question }));
  expect(runner.cannotShow).toHaveBeenCalledExactlyOnceWith(question, 'it');
  expect([shown.size, alerts.length]).toEqual([0, 0]);
});

it('takes a closed window for a no, once', () => {
  const presenter = open();
  presenter.statusChanged(status({ request: question }));
  presenter.dismissed();
  presenter.dismissed();
  expect(runner.deny).toHaveBeenCalledExactlyOnceWith(question, 'it');
});

it('shows the indicator while a session is there, and takes all away with the service', () => {
  const presenter = open();
  const session = {
    ...question,
    state: 'running' as const,
    startedAt: question.answerBy,
    endsAt: question.answerBy,
  };
  presenter.statusChanged(status({ session }));
  expect([...shown]).toEqual(['session']);
  presenter.serviceLost();
  expect(shown.size).toBe(0);
  expect(runner.serviceLost).toHaveBeenCalledOnce();
});
