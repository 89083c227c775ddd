import type { IncomingHttpHeaders } from 'node:http';
import type { FastifyReply, FastifyRequest } from 'fastify';

const KEPT = 10_000;

/** One call as it arrived; `status` is null while it runs and where the connection was cut before an answer. */
export type RequestRecord = {
  at: string;
  method: string;
  path: string;
  query: string;
  status: number | null;
  headers: IncomingHttpHeaders;
  misbehaviours: string[];
};

/** Every call to the API in order of arrival, without bodies and without the token. */
export class RequestLog {
  readonly records: RequestRecord[] = [];

  add(request: FastifyRequest, reply: FastifyReply, misbehaviours: string[]): void {
    const [path = '', query = ''] = request.url.split('?');
    const headers = { ...request.headers };
    if (headers.authorization !== undefined) headers.authorization = 'Bearer [token]';
    const record: RequestRecord = {
      at: new Date().toISOString(),
      method: request.method,
      path,
      query,
      status: null,
      headers,
      misbehaviours,
    };
    this.records.push(record);
    if (this.records.length > KEPT) this.records.shift();
    reply.raw.once('close', () => {
      record.status = reply.raw.headersSent ? reply.raw.statusCode : null;
    });
  }
}
