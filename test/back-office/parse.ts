import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Installation } from './data/office-data';
import { Problem } from './problem';

/** @throws Problem 400 with the first thing that is wrong. */
export function parse<S extends z.ZodType>(schema: S, value: unknown, code = 'body-invalid'): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Problem(400, code, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`.slice(0, 2000));
}

/** The installation the token belongs to, on a call that needs one. */
export function callerOf(request: FastifyRequest): Installation {
  if (request.installation === null) throw new Problem(401, 'token-invalid');
  return request.installation;
}
