import { AppError } from '@shared/errors/app-error';
import type { KeySet, PublicJwk } from '@shared/domain/licence/format/key-set';
import type { RefusalCode } from '@shared/domain/licence/format/refusal-codes';
import { parseStrictJson } from '@shared/domain/licence/format/strict-json';
import { VerifyContextFile } from '@shared/domain/licence/format/verify-context';
import { readVendorProfile, vendorKeySet } from '@electron/vendor/vendor-profile';
import { complaintOf, type Answer } from './command-answer';
import type { CommandContext } from './command-context';
import { EXIT } from './exit-codes';
import type { ParsedCommand } from './parse-command';
import { readOperand } from './read-operand';
import { STANDARD_STREAM } from './standard-stream';

/** What a document is checked against: the vendor profile, with what the context file puts in its place. */
export interface VerifyGround {
  product: string;
  roots: readonly PublicJwk[];
  threshold: number;
  keySet: KeySet;
  keySetSha256: string;
  /** In ms since the epoch. */
  timeFloor: number;
  given: VerifyContextFile;
}

const readContextFile = async (
  context: CommandContext,
  file: string | undefined,
): Promise<VerifyContextFile> => {
  if (file === undefined) return {};
  const bytes = await readOperand(context, file);
  const json = bytes === null ? null : parseStrictJson(bytes);
  const parsed = json?.ok === true ? VerifyContextFile.safeParse(json.value) : null;
  if (parsed?.success !== true) throw new AppError('usage-wrong', { detail: '--context' });
  return parsed.data;
};

const readGround = async (context: CommandContext, parsed: ParsedCommand): Promise<VerifyGround> => {
  const { facts, io } = context;
  const profile = await readVendorProfile(facts.vendorFile);
  const given = await readContextFile(context, parsed.options.context);
  const roots = given.roots ?? profile.roots;
  const threshold = given.threshold ?? profile.threshold;
  const { keySet, sha256 } =
    given.keySet === undefined
      ? await vendorKeySet(profile)
      : await vendorKeySet({ keySet: given.keySet, roots, threshold }).catch((error: unknown) => {
          throw new AppError('usage-wrong', { detail: '--context: keySet' }, error);
        });
  const timeFloor = given.now === undefined ? io.clock.now() : Date.parse(given.now);
  return { product: profile.product, roots, threshold, keySet, keySetSha256: sha256, timeFloor, given };
};

/** The result of a verification; `claims` only when it is good. */
export type Verdict<Claims> = { outcome: 'ok' | 'unchanged'; claims: Claims } | { outcome: RefusalCode };

/** Runs one check over the file that the command names; ends with 12 for every refusal. */
export const verifyDocument = async <Claims>(
  context: CommandContext,
  parsed: ParsedCommand,
  verify: (bytes: Uint8Array, ground: VerifyGround) => Promise<Verdict<Claims>>,
  describe: (claims: Claims) => string = () => '',
): Promise<Answer> => {
  const [file = ''] = parsed.operands;
  // There is one standard input, and it cannot be both.
  if (file === STANDARD_STREAM && parsed.options.context === STANDARD_STREAM)
    throw new AppError('usage-wrong', { detail: '--context' });
  const bytes = await readOperand(context, file);
  const ground = await readGround(context, parsed);
  const verdict: Verdict<Claims> = bytes === null ? { outcome: 'too-large' } : await verify(bytes, ground);
  const { translate } = context;
  if (!('claims' in verdict)) {
    const complaint = complaintOf(translate, verdict.outcome);
    return { exitCode: EXIT.licenceInvalid, json: verdict, text: '', complaint };
  }
  const text = `${translate(`commandLine.verdict.${verdict.outcome}`)}\n\n${describe(verdict.claims)}`.trim();
  return { exitCode: EXIT.done, json: verdict, text, complaint: '' };
};
