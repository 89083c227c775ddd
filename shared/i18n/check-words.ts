import type { CheckFact, CheckStage, ConnectionCheck } from '@shared/domain/connection/connection-check';
import { errorWords } from './error-words';
import { formatFingerprint, formatMoment } from './format';
import type { Locale } from '@shared/domain/settings/locales';
import type { Translate } from './translator';

/** `{stage}: {subject}`, or the stage alone where there is but one. */
const titleOf = ({ stage, subject }: CheckStage, translate: Translate) => {
  const name = translate(`connectionCheck.stage.${stage}`);
  return subject === null ? name : translate('connectionCheck.stageOf', { stage: name, subject });
};

const durationOf = ({ durationMs }: CheckStage, translate: Translate, locale: Locale) => {
  if (durationMs === null) return '';
  const isLong = durationMs >= 1000;
  const value = isLong ? durationMs / 1000 : durationMs;
  const count = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);
  return translate(`connectionCheck.duration.${isLong ? 'seconds' : 'milliseconds'}`, { count });
};

const LOGIN_NAMES: Readonly<Record<string, string>> = {
  digest: 'Digest',
  ntlm: 'NTLM',
  negotiate: 'Negotiate',
};

const factLines = (found: CheckFact, translate: Translate, locale: Locale): string[] => {
  const moment = (timestamp: string) => formatMoment(timestamp, locale);
  switch (found.fact) {
    case 'certificate': {
      const { validFrom, validTo, sha256, ...names } = found;
      const days = { validFrom: moment(validFrom), validTo: moment(validTo) };
      return [
        translate('connectionCheck.fact.certificate', {
          subject: names.subject,
          issuer: names.issuer,
          ...days,
        }),
        translate('connectionCheck.fact.fingerprint', { sha256: formatFingerprint(sha256) }),
      ];
    }
    case 'connected-since':
    case 'refused-since':
      return [translate(`connectionCheck.fact.${found.fact}`, { at: moment(found.at) })];
    case 'proxy-login':
      return [
        translate('connectionCheck.fact.proxy-login', { scheme: LOGIN_NAMES[found.scheme] ?? found.scheme }),
      ];
    case 'missing':
      return [
        translate('connectionCheck.fact.missing', { step: translate(`connection.missing.${found.step}`) }),
      ];
    case 'folder-step': {
      const step = translate(`page.remoteService.test.step.${found.step}`);
      const outcome = translate(`page.remoteService.test.outcome.${found.outcome}`);
      return [translate('connectionCheck.fact.folder-step', { step, outcome })];
    }
    case 'program-needs':
      return [translate(`connectionCheck.fact.program-needs.${found.provider}`)];
    default:
      return [translate(`connectionCheck.fact.${found.fact}`, found)];
  }
};

/** Why a stage has not passed: what happened and, where a person can do something, what. */
const reasonOf = ({ stage, outcome, reason, params }: CheckStage, translate: Translate) => {
  if (reason !== null) {
    return errorWords(reason, translate, params);
  }
  if (outcome === 'skipped') return { sentence: translate(`connectionCheck.leftOut.${stage}`), nextStep: '' };
  if (outcome !== 'not-tried') return null;
  return {
    sentence: translate(`connectionCheck.${stage === 'clock' ? 'clockNotTried' : 'notTried'}`),
    nextStep: '',
  };
};

/** A stage in the words of a language, for the page, the command line and the text for the help desk. */
export interface StageWords {
  title: string;
  outcome: string;
  /** Empty until it is known. */
  duration: string;
  reason: { sentence: string; nextStep: string } | null;
  facts: string[];
}

export const wordsOfStage = (stage: CheckStage, translate: Translate, locale: Locale): StageWords => ({
  title: titleOf(stage, translate),
  outcome: translate(`connectionCheck.outcome.${stage.outcome}`),
  duration: durationOf(stage, translate, locale),
  reason: reasonOf(stage, translate),
  facts: stage.detail.flatMap((fact) => factLines(fact, translate, locale)),
});

const MARKS: Readonly<Record<CheckStage['outcome'], string>> = {
  waiting: '...',
  running: '...',
  passed: 'ok ',
  failed: '!! ',
  skipped: '-  ',
  'not-tried': '?  ',
};

/** A stage as lines of plain text: its result, then, further in, why it is so and what was found. */
export const linesOfStage = (stage: CheckStage, translate: Translate, locale: Locale): string[] => {
  const { title, outcome, duration, reason, facts } = wordsOfStage(stage, translate, locale);
  const time = duration === '' ? '' : ` (${duration})`;
  const code = stage.outcome === 'failed' && stage.reason !== null ? ` [${stage.reason}]` : '';
  const why =
    reason === null
      ? []
      : [
          reason.sentence,
          ...(reason.nextStep === ''
            ? []
            : [translate('connectionCheck.next', { nextStep: reason.nextStep })]),
        ];
  const inside = [...why, ...facts].map((line) => `      ${line}`);
  const words = translate('connectionCheck.stageOutcome', { stage: title, outcome });
  return [`${MARKS[stage.outcome]} ${words}${time}${code}`, ...inside];
};

/** The whole check as plain text for the help desk. */
export const textOfCheck = (check: ConnectionCheck, translate: Translate, locale: Locale): string =>
  [
    translate('connectionCheck.copyTitle'),
    translate('connectionCheck.startedAt', { at: formatMoment(check.startedAt, locale) }),
    ...(check.account === null ? [] : [translate('connectionCheck.account', { account: check.account })]),
    translate(`connectionCheck.verdict.${check.outcome}`),
    '',
    ...check.stages.flatMap((stage) => linesOfStage(stage, translate, locale)),
    '',
  ].join('\n');
