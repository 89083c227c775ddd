import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { timestamp } from './dates';
import type { EventFeed, NewEvent } from '../data/event-feed';
import type { AssistanceRequest, Installation, OfficeData } from '../data/office-data';
import { Problem } from '../problem';
import type { AssistanceAnswer, AssistanceAsk, AssistanceEnd } from '../schemas';

/** Requests for remote assistance and what became of them. */
export class AssistanceDesk {
  constructor(
    private readonly data: OfficeData,
    private readonly events: EventFeed,
  ) {}

  request(installation: Installation, ask: AssistanceAsk, answerSeconds = 120): AssistanceRequest {
    const request: AssistanceRequest = {
      requestId: randomUUID(),
      serialNumber: installation.serialNumber,
      ask,
      requestedAt: timestamp(),
      state: 'open',
      answerBy: timestamp(answerSeconds),
      answer: null,
      end: null,
    };
    this.data.assistance.push(request);
    const { requestId, answerBy } = request;
    this.events.push(installation, { type: 'assistance-requested', requestId, ...ask, answerBy });
    return request;
  }

  /** An event sent by hand is answered like one of the desk's own. */
  expect(installation: Installation, event: NewEvent): void {
    const { type, requestId, answerBy } = event;
    if (type !== 'assistance-requested' || typeof requestId !== 'string') return;
    const { serialNumber } = installation;
    const by = typeof answerBy === 'string' ? answerBy : timestamp(120);
    this.data.assistance.push({
      requestId,
      serialNumber,
      ask: null,
      requestedAt: timestamp(),
      state: 'open',
      answerBy: by,
      answer: null,
      end: null,
    });
  }

  withdraw(installation: Installation, requestId: string): void {
    const request = this.#find(installation, requestId);
    if (request.state !== 'open') throw new Problem(409, 'already-answered');
    request.state = 'withdrawn';
    this.events.push(installation, { type: 'assistance-withdrawn', requestId });
  }

  /** The technician ends the session from this side. */
  end(installation: Installation, requestId: string): void {
    const request = this.#find(installation, requestId);
    if (request.answer?.decision !== 'allowed' || request.end !== null) throw new Problem(409, 'no-session');
    request.state = 'ended';
    this.events.push(installation, { type: 'assistance-ended', requestId, endedBy: 'technician' });
  }

  takeAnswer(installation: Installation, requestId: string, answer: z.infer<typeof AssistanceAnswer>): void {
    const request = this.#find(installation, requestId);
    if (request.state === 'withdrawn') throw new Problem(409, 'withdrawn');
    if (request.state !== 'open') throw new Problem(409, 'already-answered');
    // An answer that says nobody answered is the normal end of an expired request.
    if (Date.parse(request.answerBy) < Date.now() && answer.decision !== 'no-answer') {
      throw new Problem(409, 'expired');
    }
    Object.assign(request, { state: 'answered', answer });
  }

  takeEnd(installation: Installation, requestId: string, end: z.infer<typeof AssistanceEnd>): void {
    Object.assign(this.#find(installation, requestId), { state: 'ended', end });
  }

  #find(installation: Installation, requestId: string): AssistanceRequest {
    const found = this.data.assistance.find(
      (request) => request.requestId === requestId && request.serialNumber === installation.serialNumber,
    );
    if (found === undefined) throw new Problem(404, 'assistance-request-unknown');
    return found;
  }
}
