import type { FastifyReply } from 'fastify';

/** An answer that is an RFC 9457 problem document; thrown by handlers, sent by the error handler. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail?: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const { status, code, detail } = problem;
  return reply
    .code(status)
    .headers(problem.headers)
    .header('content-type', 'application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title: code.replaceAll('-', ' '), status, code, detail }));
}
