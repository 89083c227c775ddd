import { inForceAt } from '@shared/domain/licence/flexnet/in-force';
import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import type { KeySet, PublicJwk } from '@shared/domain/licence/format/key-set';
import type { LicenceClaims } from '@shared/domain/licence/format/licence-claims';
import type { RefusalCode } from '@shared/domain/licence/format/refusal-codes';
import { parseStrictJson } from '@shared/domain/licence/format/strict-json';
import { VerifyContextFile } from '@shared/domain/licence/format/verify-context';
import { verifyLicenceIndex, verifyReleaseIndex } from '@shared/domain/licence/format/verify-index';
import { verifyKeySet } from '@shared/domain/licence/format/verify-key-set';
import { verifyLicence } from '@shared/domain/licence/format/verify-licence';
import { flawOf } from '@shared/domain/licence/licence-flaw';
import type { LicenceFlaw } from '@shared/domain/licence/licence-summary';
import { AppError } from '@shared/errors/app-error';
import { aligned, complaintOf, flawWords, type CommandAnswer } from '@electron/cli/command-answer';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import { EXIT } from '@shared/errors/exit-codes';
import { licenceRows } from '@electron/cli/licence-rows';
import type { ParsedCommand } from '@electron/cli/parse-command';
import { readOperand } from '@electron/cli/read-operand';
import { STANDARD_STREAM } from '@electron/cli/standard-stream';
import { readVendorProfile, vendorKeySet } from '@electron/vendor/vendor-profile';

/** The context of a check: the vendor profile, with the replacements of the context file. */
interface VerifyGround {
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
type Verdict<Claims> =
  { outcome: 'ok' | 'unchanged'; claims: Claims; flaw?: LicenceFlaw } | { outcome: RefusalCode };

/** Runs one check over the file that the command names; ends with 12 for every refusal. */
const verifyDocument = async <Claims>(
  context: CommandContext,
  parsed: ParsedCommand,
  verify: (bytes: Uint8Array, ground: VerifyGround) => Promise<Verdict<Claims>>,
  describe: (claims: Claims) => string = () => '',
): Promise<CommandAnswer> => {
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
  const flaw = verdict.flaw === undefined ? '' : flawWords(verdict.flaw, translate);
  const parts = [translate(`commandLine.verdict.${verdict.outcome}`), flaw, describe(verdict.claims)];
  const text = parts.filter((part) => part !== '').join('\n\n');
  return { exitCode: EXIT.done, json: verdict, text, complaint: '' };
};

/** Without a context file nothing is installed, and any serial number and host are taken. */
const verify = async (bytes: Uint8Array, ground: VerifyGround): Promise<Verdict<LicenceClaims>> => {
  const { given } = ground;
  const verdict = await verifyLicence(bytes, {
    keySet: ground.keySet,
    timeFloor: ground.timeFloor,
    product: given.product ?? ground.product,
    serialNumber: given.serialNumber ?? null,
    hostId: given.hostId ?? null,
    installedSequence: given.installedSequence ?? 0,
    installedSha256: given.installedSha256,
    installedExpiresOn: given.installedExpiresOn,
  });
  if (!('claims' in verdict)) return verdict;
  const { outcome, claims } = verdict;
  const read = readLicence(new TextEncoder().encode(claims.file.content));
  const flaw = read.ok ? flawOf(read.file, inForceAt(read.file, ground.timeFloor)) : null;
  return { outcome, claims, ...(flaw === null ? {} : { flaw }) };
};

/**
 * `licence verify FILE`: all checks of a licence package, by the name of the first that fails. A genuine package whose file
 * no licence server can use is good as a package; why it would not be installed is said beside.
 */
export const licenceVerify: Command = (context, parsed) =>
  verifyDocument(context, parsed, verify, (claims) => aligned(licenceRows(context, claims)));

/** `trust verify FILE`: all checks of a key set; without a stored version in the context the vendor profile's set is in force. */
export const trustVerify: Command = (context, parsed) =>
  verifyDocument(
    context,
    parsed,
    async (bytes, { roots, threshold, keySet, keySetSha256, timeFloor, given }) => {
      const inForce =
        given.storedVersion === undefined
          ? { storedVersion: keySet.version, storedSha256: keySetSha256 }
          : { storedVersion: given.storedVersion };
      const verdict = await verifyKeySet(bytes, { roots, threshold, timeFloor, ...inForce });
      return 'keySet' in verdict ? { outcome: verdict.outcome, claims: verdict.keySet } : verdict;
    },
  );

/** `index verify FILE`: all checks of a licence index or a release index; the nonce that was sent comes with the context. */
export const indexVerify: Command = (context, parsed) =>
  verifyDocument(context, parsed, async (bytes, { keySet, timeFloor, given }) => {
    const ground = { keySet, timeFloor, nonce: given.nonce ?? '' };
    const asLicence = await verifyLicenceIndex(bytes, {
      ...ground,
      serialNumber: given.serialNumber ?? null,
    });
    const verdict = asLicence.outcome === 'wrong-type' ? await verifyReleaseIndex(bytes, ground) : asLicence;
    return 'claims' in verdict ? { outcome: verdict.outcome, claims: verdict.claims } : verdict;
  });

/** `activity verify`: reads the whole activity record again; ends with 1 and names the first record that does not hold. */
export const activityVerify: Command = async (context) => {
  const verdict = await askService(context, 'viewer', (client) => client.activity.verify());
  const { translate } = context;
  const { total, brokenAt } = verdict;
  return {
    exitCode: brokenAt === null ? EXIT.done : EXIT.other,
    json: verdict,
    text: brokenAt === null ? translate('commandLicence.recordWhole', { count: total }) : '',
    complaint: brokenAt === null ? '' : translate('commandLicence.recordBroken', { number: brokenAt }),
  };
};
