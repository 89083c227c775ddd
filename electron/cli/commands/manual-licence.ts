import { stat } from 'node:fs/promises';
import path from 'node:path';
import { LICENCE_PACKAGE } from '@shared/domain/licence/format/signed-document';
import type { LicenceServerStatus } from '@shared/domain/licence/licence-summary';
import type { LicenceImport } from '@shared/domain/licence/manual/licence-import';
import { kindOfManualFile, type ManualFile } from '@shared/domain/licence/manual/manual-file-kind';
import {
  MANUAL_FILE_CAP_BYTES,
  type KeptLicence,
  type LicencePlacement,
} from '@shared/domain/licence/manual/manual-licence';
import { AppError } from '@shared/errors/app-error';
import { differenceLines } from '@shared/i18n/difference-lines';
import { formatDay, formatMoment } from '@shared/i18n/format';
import { chooseLicenceServer } from '@electron/cli/choose-licence-server';
import { aligned, flawWords, type CommandAnswer } from '@electron/cli/command-answer';
import { askService, type Command, type CommandContext } from '@electron/cli/command-context';
import { exitCodeOf } from '@shared/errors/error-catalogue';
import { EXIT } from '@shared/errors/exit-codes';
import { readOperand } from '@electron/cli/read-operand';
import { STANDARD_STREAM, streamed } from '@electron/cli/standard-stream';
import { saveCopy } from '@electron/platform/private-files';

/** The result of placing a licence file on one licence server, with its error code. */
const placementAnswer = (
  { translate, locale }: Pick<CommandContext, 'translate' | 'locale'>,
  { outcome, line, word, difference }: LicencePlacement,
  { json, text }: { json: object; text: string },
): CommandAnswer => {
  const isDone = outcome === 'ok' || outcome === 'unchanged';
  const less = difference === undefined ? [] : differenceLines(difference, locale);
  return {
    exitCode: isDone ? EXIT.done : exitCodeOf(outcome),
    json: { outcome, line, word, ...(difference === undefined ? {} : { difference }), ...json },
    text: isDone ? text : less.map((one) => translate(one.key, one.params)).join('\n'),
    complaint: isDone ? '' : flawWords({ code: outcome, line, word }, translate),
  };
};

const isFolder = async (file: string) =>
  stat(file).then(
    (facts) => facts.isDirectory(),
    () => false,
  );

/** Into FILE, or into a folder under its own name; resolves to the whole path. */
const save = async (file: string, fileName: string, content: string, isOver: boolean) => {
  const given = path.resolve(file);
  const where = (await isFolder(given)) ? path.join(given, fileName) : given;
  await saveCopy(where, new TextEncoder().encode(content), { isOver });
  return where;
};

/**
 * `licence export FILE`: the verified licence file of the newest package; over another file only with `--force`, `-` for the
 * standard output. Ends with 11 without a package.
 */
export const licenceExport: Command = async (context, { operands: [file = ''], options }) => {
  const { translate } = context;
  const server = options.server === undefined ? null : await chooseLicenceServer(context, options.server);
  const licenceServerId = server?.id ?? null;
  const { fileName, content, sequence } = await askService(context, 'operator', (client) =>
    client.licence.readFile({ licenceServerId }),
  );
  const isStreamed = file === STANDARD_STREAM;
  const where = isStreamed ? fileName : await save(file, fileName, content, options.force !== undefined);
  const savedAs = path.basename(where).slice(0, 255);
  await askService(context, 'operator', (client) =>
    client.licence.fileSaved({ licenceServerId, sequence, savedAs }),
  );
  if (isStreamed) return streamed(content, { fileName, content, sequence });
  return {
    exitCode: EXIT.done,
    json: { file: where, sequence },
    text: translate('commandLicence.exported', { sequence, file: where }),
    complaint: '',
  };
};

/** A package is ASCII text; what is not cannot be one. */
const textOf = (brought: ManualFile, bytes: Uint8Array): string | null => {
  const text = brought.kind === 'bare' ? new TextDecoder('latin1').decode(bytes) : brought.text;
  return /^[\x20-\x7e\r\n]*$/.test(text) ? text : null;
};

const refused = (outcome: 'too-large' | 'malformed'): LicenceImport => ({ outcome, sequence: null });

const installBare = async (
  context: CommandContext,
  bytes: Uint8Array,
  { server: wanted, acceptsLess }: { server: string; acceptsLess: boolean },
): Promise<CommandAnswer> => {
  const { id: licenceServerId, name } = await chooseLicenceServer(context, wanted);
  const content = Buffer.from(bytes).toString('base64');
  const placement = await askService(context, 'operator', (client) =>
    client.licence.installFile({ licenceServerId, content, acceptsLess }),
  );
  const text = context.translate('page.manual.placed', { name });
  return placementAnswer(context, placement, { json: { licenceServerId }, text });
};

/**
 * `licence install FILE`: hands a licence package or a key set to the service, which checks and installs it; ends with 12 when refused.
 * With `--server` a bare FlexNet file goes to that one licence server.
 */
export const licenceInstall: Command = async (context, { operands: [file = ''], options }) => {
  const { server } = options;
  const acceptsLess = options.acceptLess !== undefined;
  const bytes = await readOperand(context, file);
  const isSmall = bytes !== null && bytes.length <= MANUAL_FILE_CAP_BYTES;
  const brought: ManualFile = isSmall ? kindOfManualFile(bytes) : { kind: 'bare' };
  if (isSmall && brought.kind === 'bare' && server !== undefined)
    return installBare(context, bytes, { server, acceptsLess });
  const cap = brought.kind === 'key-set' ? MANUAL_FILE_CAP_BYTES : LICENCE_PACKAGE.sizeCap;
  const size = brought.kind === 'bare' ? bytes?.length : brought.text.length;
  const text = bytes === null || size === undefined || size > cap ? null : textOf(brought, bytes);
  const result =
    text === null
      ? refused(size !== undefined && size <= cap ? 'malformed' : 'too-large')
      : await askService(context, 'operator', (client) => client.licence.install({ package: text }));
  const { translate } = context;
  const { outcome } = result;
  return outcome === 'ok' ||
    outcome === 'unchanged' ||
    outcome === 'keys-renewed' ||
    outcome === 'keys-unchanged'
    ? {
        exitCode: EXIT.done,
        json: result,
        text: translate(`commandLine.installed.${outcome}`),
        complaint: '',
      }
    : {
        exitCode: EXIT.licenceInvalid,
        json: result,
        text: '',
        complaint: flawWords(
          { code: outcome, line: result.line ?? null, word: result.word ?? null },
          translate,
        ),
      };
};

const SHOWN = 12;
/** Long enough to mean one file, short enough to be typed. */
const PREFIX = /^[0-9a-f]{6,64}$/;

const describe = (kept: KeptLicence, { translate, locale }: CommandContext) => {
  if (!kept.isUsable) return translate('page.manual.history.unusable');
  const { fromPackage, expiresOn } = kept;
  return [
    fromPackage === null
      ? translate('page.manual.history.noNumber')
      : translate('page.manual.history.number', { sequence: fromPackage.sequence }),
    expiresOn === null
      ? translate('page.manual.history.perpetual')
      : translate('page.manual.history.until', { day: formatDay(expiresOn, locale) }),
  ].join(', ');
};

const list = (context: CommandContext, server: LicenceServerStatus, kept: KeptLicence[]): CommandAnswer => ({
  exitCode: EXIT.done,
  json: { licenceServerId: server.id, kept },
  text:
    kept.length === 0
      ? context.translate('page.manual.history.empty')
      : aligned(
          kept.map((one) => [
            one.backup.slice(0, SHOWN),
            `${formatMoment(one.keptAt, context.locale)}  ${describe(one, context)}`,
          ]),
        ),
  complaint: '',
});

const choose = (kept: readonly KeptLicence[], wanted: string | undefined): KeptLicence => {
  const found =
    wanted === undefined
      ? kept.find(({ isUsable, isInstalled }) => isUsable && !isInstalled)
      : kept.find(({ backup }) => PREFIX.test(wanted) && backup.startsWith(wanted));
  if (found === undefined) throw new AppError('backup-missing');
  return found;
};

/**
 * `licence restore [BACKUP]`: puts a kept licence file back on one licence server, the newest that is not in place
 * without BACKUP; `--list` shows them.
 */
export const licenceRestore: Command = async (context, { operands: [wanted], options }) => {
  const { translate } = context;
  const server = await chooseLicenceServer(context, options.server);
  const licenceServerId = server.id;
  const { kept } = await askService(context, 'viewer', (client) =>
    client.licence.history({ licenceServerId }),
  );
  if (options.list !== undefined) return list(context, server, kept);
  const { backup } = choose(kept, wanted?.toLowerCase());
  const reason = options.reason ?? translate('commandLicence.noReason');
  if (reason.trim() === '' || reason.length > 500) throw new AppError('usage-wrong', { detail: '--reason' });
  const acceptsLess = options.acceptLess !== undefined;
  const placement = await askService(context, 'operator', (client) =>
    client.licence.restore({ licenceServerId, backup, reason, acceptsLess }),
  );
  return placementAnswer(context, placement, {
    json: { licenceServerId, backup },
    text: translate('page.manual.restore.done', { name: server.name }),
  });
};

/** `licence request FILE`: what an installation without a network sends; over another file only with `--force`. */
export const licenceRequest: Command = async (context, { operands: [file = ''], options }) => {
  const { translate } = context;
  const request = await askService(context, 'operator', (client) => client.licence.request());
  const text = `${JSON.stringify(request, null, 2)}\n`;
  if (file === STANDARD_STREAM) return streamed(text, request);
  await saveCopy(path.resolve(file), new TextEncoder().encode(text), { isOver: options.force !== undefined });
  const { serialNumber, sequence, nonce } = request;
  return {
    exitCode: EXIT.done,
    json: { file, request },
    text: translate('commandLicence.requested', { file, serialNumber, sequence, reference: nonce }),
    complaint: '',
  };
};
