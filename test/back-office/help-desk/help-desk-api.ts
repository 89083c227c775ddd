import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { BehaviourRule, type BehaviourBook } from '../misbehaviour/behaviour-rules';
import { helpDeskPage } from './help-desk-page';
import { viewOf } from '../desks/installation-view';
import { LicenceChange } from '../desks/licence-desk';
import type { Office } from '../office';
import { parse } from '../parse';
import { Problem } from '../problem';
import { answerRequest } from '../desks/request-desk';
import type { RequestLog } from '../data/request-log';
import { AssistanceAsk } from '../schemas';

const FOLLOW_MILLISECONDS = 5000;
const Query = z.union([
  z.strictObject({ serialNumber: z.string().min(1).max(64) }),
  z.strictObject({ organisationId: z.string().min(1).max(64), verificationCode: z.string().min(1).max(128) }),
]);
const Event = z.looseObject({ type: z.string() });

type Named = { Params: { serialNumber: string } };
type Asked = { Params: { serialNumber: string; requestId: string } };

/** A page elsewhere can neither send the header without asking first nor claim this origin or this host name. */
function guard(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    const {
      host = '',
      origin,
      'x-help-desk': asked,
      'sec-fetch-site': site = 'same-origin',
    } = request.headers;
    if (!/^(?:127\.0\.0\.1|localhost|updates\.test)(?::\d+)?$/.test(host)) {
      throw new Problem(403, 'host-not-allowed');
    }
    const isSafe = request.method === 'GET' || request.method === 'HEAD';
    const isOwn = origin === undefined ? site === 'same-origin' : origin === `https://${host}`;
    if (!isSafe && !(asked === '1' && isOwn)) throw new Problem(403, 'not-from-the-help-desk-page');
    done();
  });
}

/** Server-sent events: the view of one serial number, now, at each change and every few seconds. */
function follow(office: Office, request: FastifyRequest<Named>, reply: FastifyReply): void {
  const { serialNumber } = request.params;
  const send = () => reply.raw.write(`data: ${JSON.stringify(viewOf(office, serialNumber))}\n\n`);
  const onChange = (changed: string) => {
    if (changed === serialNumber) send();
  };
  viewOf(office, serialNumber);
  reply.hijack();
  reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const timer = setInterval(send, FOLLOW_MILLISECONDS);
  office.changes.on('changed', onChange);
  reply.raw.once('close', () => {
    clearInterval(timer);
    office.changes.off('changed', onChange);
  });
  send();
}

/**
 * The page at `/help-desk/` and what it, the demo and tests in other processes use. Writing calls carry `X-Help-Desk: 1`;
 * bodies and answers are JSON, errors problem documents. There is no login: whoever reaches the loopback address is the help desk.
 *
 * POST /help-desk/api/find {serialNumber} | {organisationId, verificationCode} -> {installations: [view]}
 * GET  /help-desk/api/installations/SERIAL -> view (`InstallationView`)
 * GET  /help-desk/api/installations/SERIAL/live -> the same as server-sent events
 * POST /help-desk/api/installations/SERIAL/licences -> 201 {licenceId, sequence, sha256, size, claims}, with one of
 *      {kind: "extend-maintenance", maintenanceUntil, expiresOn?} {kind: "add-feature", name, quantity}
 *      {kind: "add-users", users} (that many more) {kind: "replace", expiresOn?, maintenanceUntil?, users?}
 * POST /help-desk/api/installations/SERIAL/assistance {technician, ticket, reason, access, session} -> 201 {requestId}
 * POST /help-desk/api/installations/SERIAL/assistance/ID/withdraw | end -> 204
 * POST /help-desk/api/licence-requests, with the request file of an installation without a network -> `LicenceAnswer`
 * POST /help-desk/api/installations/SERIAL/events {type, ...} -> 201, the event as sent
 * GET  /help-desk/api/requests -> {requests: [...]}: the API calls so far
 * PUT  /help-desk/api/behaviour {rules: [{route, times?, skip?, behaviour: {does, ...}}]} -> 204
 */
export function helpDesk(app: FastifyInstance, office: Office, book: BehaviourBook, log: RequestLog): void {
  guard(app);
  helpDeskPage(app);

  app.post('/api/find', (request, reply) => {
    const query = parse(Query, request.body);
    if ('serialNumber' in query) return reply.send({ installations: [viewOf(office, query.serialNumber)] });
    const { id } = office.registry.organisation(query.organisationId, query.verificationCode);
    const found = office.data.installations.filter(({ organisationId }) => organisationId === id);
    return reply.send({ installations: found.map(({ serialNumber }) => viewOf(office, serialNumber)) });
  });

  app.get<Named>('/api/installations/:serialNumber', (request, reply) =>
    reply.send(viewOf(office, request.params.serialNumber)),
  );

  app.get<Named>('/api/installations/:serialNumber/live', (request, reply) => follow(office, request, reply));

  app.post<Named>('/api/installations/:serialNumber/licences', (request, reply) => {
    const change = parse(LicenceChange, request.body);
    const issued = office.issueLicence(request.params.serialNumber, change);
    const { licenceId, sequence, sha256, size, claims } = issued;
    return reply.code(201).send({ licenceId, sequence, sha256, size, claims });
  });

  app.post('/api/licence-requests', (request, reply) => reply.send(answerRequest(office, request.body)));

  app.post<Named>('/api/installations/:serialNumber/events', (request, reply) =>
    reply.code(201).send(office.sendEvent(request.params.serialNumber, parse(Event, request.body))),
  );

  app.post<Named>('/api/installations/:serialNumber/assistance', (request, reply) => {
    const ask = parse(AssistanceAsk, request.body);
    const { requestId } = office.requestAssistance(request.params.serialNumber, ask);
    return reply.code(201).send({ requestId });
  });

  for (const how of ['withdraw', 'end'] as const) {
    app.post<Asked>(`/api/installations/:serialNumber/assistance/:requestId/${how}`, (request, reply) => {
      office.closeAssistance(request.params.serialNumber, request.params.requestId, how);
      return reply.code(204).send();
    });
  }

  app.get('/api/requests', (_request, reply) => reply.send({ requests: log.records }));

  app.put('/api/behaviour', (request, reply) => {
    const { rules } = parse(z.strictObject({ rules: z.array(BehaviourRule).max(100) }), request.body);
    book.set(rules);
    return reply.code(204).send();
  });
}
