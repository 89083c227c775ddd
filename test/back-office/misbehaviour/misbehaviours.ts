import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Behaviour } from './behaviour-rules';
import {
  addMembers,
  compressZeros,
  drip,
  flood,
  replaceTexts,
  sendCutBody,
  sendRaw,
  takeOver,
} from './hostile-answers';
import type { Office } from '../office';
import type { Installation } from '../data/office-data';
import { Problem, sendProblem } from '../problem';

type Call = { request: FastifyRequest; reply: FastifyReply; office: Office; installation?: Installation };

/** `instead` runs before the handler and may answer in its place; `alter` changes the finished answer. */
type Misbehaviour<B extends Behaviour> = {
  instead?: (call: Call, behaviour: B) => void | Promise<void>;
  alter?: (body: string, call: Call, behaviour: B) => string;
};

const earlierAnswers = new WeakMap<Office, Map<string, string>>();

/** The first answer ever given to this path, whatever the question was. */
function earlier(body: string, { request, office }: Call): string {
  const answers = earlierAnswers.get(office) ?? new Map<string, string>();
  earlierAnswers.set(office, answers);
  const [path = ''] = request.url.split('?');
  if (!answers.has(path)) answers.set(path, body);
  return answers.get(path) ?? body;
}

const withEvents =
  (change: (events: Record<string, unknown>[]) => Record<string, unknown>[]) => (body: string) => {
    const answer = JSON.parse(body) as { events: Record<string, unknown>[] };
    return JSON.stringify({ ...answer, events: change(answer.events) });
  };

function olderIndex(body: string, { office }: Call): string {
  return office.keys.signAgain(body, (claims) => {
    const owner = office.registry.serialNumber(String(claims['serialNumber']));
    const [oldest] = owner.licences;
    if (oldest === undefined) return claims;
    const { licenceId, sequence, sha256, size } = oldest;
    return { ...claims, licenceId, sequence, sha256, size };
  });
}

function olderPackage(body: string, { office }: Call): string {
  const owner = office.data.serialNumbers.find(({ licences }) =>
    licences.some((licence) => licence.package === body),
  );
  return owner?.licences[0]?.package ?? body;
}

/** Flips a bit in the middle of the signature, so that the text stays proper base64url. */
function breakSignature(body: string): string {
  const at = body.lastIndexOf('.') + 10;
  return `${body.slice(0, at)}${body[at] === 'A' ? 'B' : 'A'}${body.slice(at + 1)}`;
}

function signStrangely(body: string, { office }: Call): string {
  const [header = '', payload = ''] = body.split('.');
  const read = (part: string) => JSON.parse(Buffer.from(part, 'base64url').toString()) as { typ: string };
  return office.keys.sign('stranger', read(header).typ, read(payload));
}

const pushEvent =
  (event: (behaviour: Behaviour) => { type: string } & Record<string, unknown>) =>
  ({ office, installation }: Call, behaviour: Behaviour) => {
    if (installation !== undefined) office.events.push(installation, event(behaviour));
  };

const SIGN_IN_PAGE =
  '<!doctype html><title>Guest network</title><form action="/login"><input name="room"></form>';

const MISBEHAVIOURS: { [D in Behaviour['does']]: Misbehaviour<Extract<Behaviour, { does: D }>> } = {
  delay: { instead: (_call, { milliseconds }) => sleep(milliseconds) },
  status: {
    instead: ({ reply }, { status, code = 'told-to-fail', retryAfter }) => {
      const headers = retryAfter === undefined ? {} : { 'retry-after': retryAfter };
      sendProblem(reply, new Problem(status, code, undefined, headers));
    },
  },
  'token-invalid': { instead: ({ reply }) => void sendProblem(reply, new Problem(401, 'token-invalid')) },
  'installation-removed': {
    instead: ({ reply }) => void sendProblem(reply, new Problem(410, 'installation-removed')),
  },
  redirect: { instead: ({ reply }, { location }) => void reply.redirect(location, 302) },
  'sign-in-page': { instead: ({ reply }) => void reply.type('text/html; charset=utf-8').send(SIGN_IN_PAGE) },
  junk: { alter: () => '{"cursor": 7, "events": [{]\u0000\u001b[31m' },
  'too-large': {
    instead: ({ reply }, { bytes }) =>
      takeOver(reply, { 'content-type': 'application/json', 'content-length': bytes }, flood(bytes)),
  },
  drip: { instead: ({ reply }, { everyMilliseconds }) => drip(reply, everyMilliseconds) },
  'endless-stream': {
    instead: ({ reply }) => takeOver(reply, { 'content-type': 'application/json' }, flood(Infinity)),
  },
  'gzip-bomb': { instead: ({ reply }, { bytes }) => compressZeros(reply, bytes) },
  cut: {
    instead: ({ request, reply }, { at }) => {
      if (at === 'body') sendCutBody(reply);
      if (at !== 'request') return;
      reply.hijack();
      request.raw.socket.destroy();
    },
    alter: (body, { request }, { at }) => {
      if (at === 'answer') request.raw.socket.destroy();
      return body;
    },
  },
  raw: { instead: ({ reply }, { text }) => sendRaw(reply, text) },
  'content-type': {
    alter: (body, { reply }, { contentType }) => {
      void reply.header('content-type', contentType);
      return body;
    },
  },
  'wrong-nonce': {
    alter: (body, { office }) =>
      office.keys.signAgain(body, (claims) => ({ ...claims, nonce: 'AAAAAAAAAAAAAAAAAAAAAA' })),
  },
  'stale-index': {
    alter: (body, { office }) =>
      office.keys.signAgain(body, (claims) => ({
        ...claims,
        issuedAt: '2026-01-01T00:00:00Z',
        freshUntil: '2026-01-02T00:00:00Z',
      })),
  },
  'older-index': { alter: olderIndex },
  'repeated-answer': { alter: earlier },
  'older-package': { alter: olderPackage },
  'broken-signature': { alter: breakSignature },
  'strange-key': { alter: signStrangely },
  'extra-members': { alter: (body) => JSON.stringify(addMembers(JSON.parse(body))) },
  'hostile-strings': {
    alter: (body, _call, { text }) => JSON.stringify(replaceTexts(JSON.parse(body), text)),
  },
  'duplicated-events': { alter: withEvents((events) => [...events, ...events].slice(0, 100)) },
  'unknown-events': { instead: pushEvent(() => ({ type: 'coffee-machine-descaled', cups: 4 })) },
  'registration-ended': {
    instead: pushEvent((behaviour) => ({
      type: 'registration-ended',
      ...('reason' in behaviour ? { reason: behaviour.reason } : {}),
    })),
  },
};

/** The table entry of a behaviour, its settings bound. */
export function misbehaviourOf(behaviour: Behaviour) {
  const { instead, alter } = MISBEHAVIOURS[behaviour.does] as Misbehaviour<Behaviour>;
  return {
    instead: (call: Call) => instead?.(call, behaviour),
    alter: (body: string, call: Call) => {
      try {
        return alter?.(body, call, behaviour) ?? body;
      } catch {
        // A rule for every call also meets answers it has no meaning for: a nonce in a list of events.
        return body;
      }
    },
  };
}
