import type { z } from 'zod';
import { AppError, type Params } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { COMMON_FAILURES, type CallSpec, type Reply } from './define';

/** Takes the full detail of a failure; the caller's answer carries only `ref`. */
export type ReportFailure = (ref: string, channel: string, error: unknown) => void;

export const failure = (code: ErrorCode, params: Params, ref: string): Reply<never> => ({
  ok: false,
  error: { code, params, ref },
});

const isCommon = (code: ErrorCode) => (COMMON_FAILURES as readonly ErrorCode[]).includes(code);

const firstIssue = (error: z.ZodError) => error.issues[0]?.path.map(String).join('.') ?? '';

/**
 * Answers one call: parses the argument, runs the handler, parses its result. Declared failures keep code and params;
 * anything else becomes `internal`, with the detail left in the log under the reference.
 */
export const answerCall = async (
  channel: string,
  spec: CallSpec,
  handler: (arg: never) => Promise<unknown>,
  raw: unknown,
  report: ReportFailure,
): Promise<Reply<unknown>> => {
  const ref = crypto.randomUUID();
  const arg = spec.input.safeParse(raw);
  if (!arg.success) return failure('bad-input', { at: firstIssue(arg.error) }, ref);
  try {
    const value = spec.output.parse(await handler(arg.data as never));
    return { ok: true, value };
  } catch (error) {
    report(ref, channel, error);
    if (error instanceof AppError && (spec.fails.includes(error.code) || isCommon(error.code))) {
      return failure(error.code, error.params, ref);
    }
    return failure('internal', {}, ref);
  }
};
