import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Problem } from '../problem';

const KEPT = 1000;

type Answer = { bodySha256: string; status: number; headers: Record<string, string>; payload: string };

const isWriting = ({ method }: FastifyRequest) => method === 'POST' || method === 'PUT';

/** The same key for the same call with the same body gets the answer given before; with another body it is refused. */
export function honourIdempotencyKeys(app: FastifyInstance): void {
  const answers = new Map<string, Answer>();
  const scope = (request: FastifyRequest) =>
    `${request.method} ${request.url} ${String(request.headers['idempotency-key'])}`;
  const hash = (request: FastifyRequest) =>
    createHash('sha256')
      .update(JSON.stringify(request.body ?? null))
      .digest('hex');

  app.addHook('preHandler', async (request, reply) => {
    if (!isWriting(request)) return;
    if (!z.uuid().safeParse(request.headers['idempotency-key']).success) {
      throw new Problem(400, 'idempotency-key-missing', 'POST and PUT carry an Idempotency-Key, a UUID.');
    }
    const known = answers.get(scope(request));
    if (known === undefined) return;
    if (known.bodySha256 !== hash(request)) throw new Problem(422, 'idempotency-key-reused');
    await reply.code(known.status).headers(known.headers).send(known.payload);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    if (!isWriting(request) || reply.statusCode >= 300) return;
    const text = typeof payload === 'string' ? payload : '';
    const contentType = reply.getHeader('content-type');
    answers.set(scope(request), {
      bodySha256: hash(request),
      status: reply.statusCode,
      headers: typeof contentType === 'string' ? { 'content-type': contentType } : {},
      payload: text,
    });
    const [oldest] = answers.keys();
    if (answers.size > KEPT && oldest !== undefined) answers.delete(oldest);
    await Promise.resolve();
  });
}
