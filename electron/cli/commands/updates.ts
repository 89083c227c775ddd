import path from 'node:path';
import type { ReleaseList } from '@shared/domain/updates/update';
import { aligned, type CommandAnswer } from '@electron/cli/command-answer';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import { EXIT } from '@shared/errors/exit-codes';
import { RELEASE_INDEX, openSignedDocument } from '@shared/domain/licence/format/signed-document';
import { isOfOtherProduct } from '@shared/domain/licence/format/verify-index';
import { verifyKeySet } from '@shared/domain/licence/format/verify-key-set';
import { releaseOfInstaller } from '@shared/domain/updates/signed-installer';
import { AppError } from '@shared/errors/app-error';
import { pathAsFileName } from '@shared/domain/updates/installer-name';
import { formatDay } from '@shared/i18n/format';
import { readOperand } from '@electron/cli/read-operand';
import { thisMachine } from '@electron/platform/machine';
import { hashFile } from '@electron/platform/private-files';
import { readVendorProfile, vendorKeySet } from '@electron/vendor/vendor-profile';

const rowsOf = ({ releases }: ReleaseList, { translate, locale }: CommandContext) =>
  releases.map(
    ({ version, releasedOn, standing, severity }) =>
      [
        version,
        [
          formatDay(releasedOn, locale),
          translate(`page.updates.standing.${standing}`),
          severity === 'security' ? translate('page.updates.security') : [],
        ]
          .flat()
          .join(', '),
      ] as const,
  );

/** `updates list`: the releases of the last signed index, newest first. */
export const updatesList: Command = async (context) => {
  const list = await askService(context, 'viewer', (client) => client.updates.list());
  const nothing = list.checkedAt === null ? 'notAsked' : 'upToDate';
  const text =
    list.releases.length === 0
      ? context.translate(`page.updates.${nothing}.title`)
      : aligned(rowsOf(list, context));
  return { exitCode: EXIT.done, json: list, text, complaint: '' };
};

const told = async (context: CommandContext): Promise<CommandAnswer> => {
  const { status } = await askService(context, 'viewer', (client) => client.status.read());
  const { offered, download } = status.updates;
  const text = [offered?.version ?? [], context.translate(`page.updates.download.${download.state}`)]
    .flat()
    .join(' · ');
  return { exitCode: EXIT.done, json: status.updates, text, complaint: '' };
};

/** `updates check`: asks the back office for the newest releases now. */
export const updatesCheck: Command = async (context, given) => {
  await askService(context, 'operator', (client) => client.updates.check());
  return updatesList(context, given);
};

/** `updates download`: fetches the offered release, or goes on with it. */
export const updatesDownload: Command = async (context) => {
  await askService(context, 'operator', (client) => client.updates.download());
  return told(context);
};

/** `updates pause`: what is here stays. */
export const updatesPause: Command = async (context) => {
  await askService(context, 'operator', (client) => client.updates.pause());
  return told(context);
};

/** The keys that the vendor's roots vouch for: the first set, or the newer one that was brought. */
const keysInForce = async (context: CommandContext, file: string | undefined) => {
  const vendor = await readVendorProfile(context.facts.vendorFile);
  const first = await vendorKeySet(vendor);
  const bytes = file === undefined ? null : await readOperand(context, file);
  if (bytes === null) return first.keySet;
  const { roots, threshold } = vendor;
  const stored = { storedVersion: first.keySet.version, storedSha256: first.sha256 };
  const verdict = await verifyKeySet(bytes, { roots, threshold, ...stored, timeFloor: 0 });
  if (!('keySet' in verdict)) throw new AppError('update-index-refused', { reason: verdict.outcome });
  return verdict.keySet;
};

const openIndex = async (context: CommandContext, file: string, keys: string | undefined) => {
  const bytes = await readOperand(context, file);
  if (bytes === null) throw new AppError('update-index-refused', { reason: 'too-large' });
  const keySet = await keysInForce(context, keys);
  const opened = await openSignedDocument(bytes, RELEASE_INDEX, {
    keySet,
    timeFloor: context.io.clock.now(),
    // No clock of this machine decides over keys.
    keyTime: Date.parse(keySet.issuedAt),
  });
  if (!opened.ok) throw new AppError('update-index-refused', { reason: opened.code });
  const { product } = await readVendorProfile(context.facts.vendorFile);
  if (isOfOtherProduct(opened.claims, product))
    throw new AppError('update-index-refused', { reason: 'wrong-product' });
  const odd = pathAsFileName(opened.claims.releases);
  if (odd !== null) throw new AppError('update-index-refused', { reason: odd });
  return opened.claims;
};

const hashOf = async (file: string) => {
  const unreadable = (cause?: unknown) =>
    new AppError('file-unreadable', { file: file.slice(0, 1024) }, cause);
  const hash = await hashFile(file).catch((error: unknown) => {
    throw unreadable(error);
  });
  if (hash === null) throw unreadable();
  return hash;
};

/**
 * `updates verify FILE --index FILE [--keys FILE]`: whether an installer is a release that the vendor has signed, for this
 * platform, and newer than this program. The helper that installs as root believes nothing else.
 */
export const updatesVerify: Command = async (context, { operands: [file = ''], options }) => {
  const { facts, translate } = context;
  const index = await openIndex(context, options.index ?? '', options.keys);
  const verdict = releaseOfInstaller(
    index,
    { ...(await hashOf(path.resolve(file))), extension: path.extname(file) },
    { platform: thisMachine().platform, runningVersion: facts.version },
  );
  if (!verdict.ok) throw new AppError(verdict.code);
  const { version, releasedOn, sha256 } = verdict.release;
  return {
    exitCode: EXIT.done,
    json: { version, releasedOn, sha256 },
    text: translate('commandAnswer.updates.signed', { version }),
    complaint: '',
  };
};
