import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { BehaviourBook } from './misbehaviour/behaviour-rules';
import { honourIdempotencyKeys } from './data/idempotency';
import { misbehaviourOf } from './misbehaviour/misbehaviours';
import type { Office } from './office';
import type { Installation } from './data/office-data';
import { Problem } from './problem';
import type { RequestLog } from './data/request-log';
import { assistanceRoutes } from './routes/assistance';
import { installationRoutes } from './routes/installations';
import { licenceRoutes } from './routes/licences';
import { releaseRoutes } from './routes/releases';

declare module 'fastify' {
  interface FastifyRequest {
    /** Whose token the call carries; null on the calls that need none. */
    installation: Installation | null;
    misbehaviours: ReturnType<typeof misbehaviourOf>[];
  }
}

export const API_PATH = '/api/v1';
const PUBLIC = new Set([`POST ${API_PATH}/installations`, `GET ${API_PATH}/key-set`]);

const named = (request: FastifyRequest) => (request.params as { id?: string }).id;

/** Logs the call and lets the rules in force answer in its place. */
function misbehave(app: FastifyInstance, office: Office, book: BehaviourBook, log: RequestLog): void {
  app.addHook('onRequest', async (request, reply) => {
    const [path = ''] = request.url.slice(API_PATH.length).split('?');
    const due = book.take(`${request.method} ${path}`);
    log.add(
      request,
      reply,
      due.map(({ does }) => does),
    );
    request.misbehaviours = due.map((behaviour) => misbehaviourOf(behaviour));
    const installation = office.data.installations.find((entry) => entry.installationId === named(request));
    for (const { instead } of request.misbehaviours) {
      await instead({ request, reply, office, ...(installation === undefined ? {} : { installation }) });
      if (reply.sent) return reply;
    }
    return undefined;
  });
}

function alterAnswers(app: FastifyInstance, office: Office): void {
  app.addHook('onSend', (request, reply, payload, done) => {
    const isAltered = typeof payload === 'string' && reply.statusCode < 300;
    const rules = isAltered ? request.misbehaviours : [];
    const call = { request, reply, office };
    done(
      null,
      rules.reduce<unknown>((body, { alter }) => alter(String(body), call), payload),
    );
  });
}

/** The user agent and the token, before any body is read. */
function admit(app: FastifyInstance, office: Office): void {
  app.addHook('onRequest', (request: FastifyRequest, _reply: FastifyReply, done) => {
    if (!/^remote-service\/\d\S*/.test(request.headers['user-agent'] ?? '')) {
      throw new Problem(400, 'user-agent-missing', 'Every call carries User-Agent: remote-service/VERSION.');
    }
    if (!PUBLIC.has(`${request.method} ${request.routeOptions.url ?? ''}`)) {
      request.installation = office.registry.authenticate(request.headers.authorization, named(request));
      request.installation.lastSeen = new Date().toISOString();
      office.changed(request.installation.serialNumber);
    }
    done();
  });
}

/** `shared/back-office/back-office-api.yaml`, below `/api/v1`. */
export function api(app: FastifyInstance, office: Office, book: BehaviourBook, log: RequestLog): void {
  app.decorateRequest('installation', null);
  app.decorateRequest('misbehaviours');
  misbehave(app, office, book, log);
  admit(app, office);
  honourIdempotencyKeys(app);
  alterAnswers(app, office);
  installationRoutes(app, office);
  licenceRoutes(app, office);
  releaseRoutes(app, office);
  assistanceRoutes(app, office);
}
