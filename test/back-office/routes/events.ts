import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Installation } from '../data/office-data';
import type { Office } from '../office';
import { callerOf, parse } from '../parse';
import { EventsQuery, LONGEST_WAIT_SECONDS } from '../schemas';

/** Up to this a poll is answered with one document at its end. */
const LONGEST_SILENT_SECONDS = 55;
const BLANK_EVERY_MS = 50_000;

type Poll = {
  office: Office;
  installation: Installation;
  request: FastifyRequest;
  reply: FastifyReply;
  after: string | undefined;
  /** In ms since the epoch. */
  deadline: number;
  gone: AbortSignal;
};

const answerTo = ({ office, installation, after }: Poll) => ({
  ...office.events.after(installation, after),
  waitSeconds: LONGEST_WAIT_SECONDS,
});

const isOver = ({ office, deadline, gone }: Poll) =>
  deadline <= Date.now() || gone.aborted || office.isClosing;

const pause = async ({ office, installation, deadline, gone, request }: Poll, atMostMs: number) => {
  const left = Math.min(atMostMs, deadline - Date.now());
  const woken = office.events.wait(installation.installationId, left, gone);
  office.changed(installation.serialNumber);
  await woken;
  // The token may have ended while the poll waited.
  if (!office.isClosing)
    office.registry.authenticate(request.headers.authorization, installation.installationId);
};

const answerAtTheEnd = async (poll: Poll) => {
  for (;;) {
    const answer = answerTo(poll);
    if (answer.events.length > 0 || isOver(poll)) return answer;
    await pause(poll, Infinity);
  }
};

/** Its status is sent before its end is known: a token that ends meanwhile is refused at the next poll. */
async function* answerWithBlanks(poll: Poll): AsyncGenerator<string> {
  const { request, office } = poll;
  try {
    for (let answer = answerTo(poll); answer.events.length === 0 && !isOver(poll); answer = answerTo(poll)) {
      yield ' ';
      await pause(poll, BLANK_EVERY_MS);
    }
  } catch {
    // The poll ends here.
  }
  const document = JSON.stringify(answerTo(poll));
  const call = { request, office, reply: poll.reply };
  yield request.misbehaviours.reduce((body, { alter }) => alter(body, call), document);
}

/** The long poll. */
export function eventRoute(app: FastifyInstance, office: Office): void {
  app.get('/installations/:id/events', async (request, reply) => {
    const { after, wait } = parse(EventsQuery, request.query, 'query-invalid');
    const installation = callerOf(request);
    const gone = new AbortController();
    reply.raw.once('close', () => {
      gone.abort();
      office.changed(installation.serialNumber);
    });
    const deadline = Date.now() + wait * 1000;
    const poll: Poll = { office, installation, request, reply, after, deadline, gone: gone.signal };
    if (wait <= LONGEST_SILENT_SECONDS) return answerAtTheEnd(poll);
    return reply.type('application/json').send(Readable.from(answerWithBlanks(poll)));
  });
}
