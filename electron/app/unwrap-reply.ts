import { AppError } from '@shared/errors/app-error';
import type { Reply } from '@shared/contract/define';

/** Passes a service's answer on to whoever asked the app: its value, or its failure thrown again under the same code. */
export const unwrapReply = <V>(reply: Reply<V>): V => {
  if (reply.ok) return reply.value;
  throw new AppError(reply.error.code, { ...reply.error.params, ref: reply.error.ref });
};
