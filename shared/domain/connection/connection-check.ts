import { z } from 'zod';
import { ERROR_CODES, LICENCE_SERVER_REASONS } from '@shared/errors/error-catalogue';
import { ASSISTANCE_PROVIDERS } from '@shared/domain/assistance/assistance';
import { MISSING_STEPS } from './connection';
import { Timestamp } from '@shared/domain/time/dates';
import { FOLDER_STEPS } from '@shared/domain/licence/folder-test';
import { OfferedAuthority } from '@shared/domain/settings/trusted-certificate';

const text = (max: number) => z.string().max(max);

/** The stages of a check, in the order in which they are shown; there is one `licence-server` for each of them. */
export const CHECK_STAGES = [
  'account',
  'dns',
  'proxy-reachable',
  'proxy-login',
  'tls',
  'back-office',
  'organisation',
  'clock',
  'licence-server',
  'assistance-client',
] as const;
export type CheckStageName = (typeof CHECK_STAGES)[number];

/** `skipped` = there is nothing to try here; `not-tried` = something before it stands in the way, or it was cancelled. */
export const STAGE_OUTCOMES = ['waiting', 'running', 'passed', 'failed', 'skipped', 'not-tried'] as const;
export type StageOutcome = (typeof STAGE_OUTCOMES)[number];

/** The findings of a stage, one fact each; names, addresses and numbers, never a secret. */
export const CheckFact = z.discriminatedUnion('fact', [
  z.strictObject({ fact: z.literal('address'), address: text(64) }),
  z.strictObject({ fact: z.literal('resolved-by-proxy'), host: text(255) }),
  z.strictObject({ fact: z.literal('proxy-manual'), proxy: text(300) }),
  z.strictObject({ fact: z.literal('proxy-detected'), proxy: text(300) }),
  z.strictObject({ fact: z.literal('proxy-direct') }),
  z.strictObject({ fact: z.enum(['proxy-login', 'proxy-login-basic']), scheme: text(20) }),
  /** One certificate of the chain as presented, the server's own first. */
  z.strictObject({
    fact: z.literal('certificate'),
    subject: text(200),
    issuer: text(200),
    validFrom: Timestamp,
    validTo: Timestamp,
    /** Of the DER form, in lower-case hex. */
    sha256: text(64),
  }),
  z.strictObject({ fact: z.literal('key-set'), version: z.number().int() }),
  /** Seconds that the back office's clock is ahead of this machine's. */
  z.strictObject({ fact: z.literal('clock-difference'), seconds: z.number().int() }),
  z.strictObject({ fact: z.literal('organisation'), name: text(200) }),
  z.strictObject({ fact: z.literal('connected-since'), at: Timestamp }),
  z.strictObject({ fact: z.literal('refused-since'), at: Timestamp }),
  z.strictObject({ fact: z.literal('missing'), step: z.enum(MISSING_STEPS) }),
  /** The remote assistance program: where it lies, and its version where that can be told. */
  z.strictObject({ fact: z.literal('program'), location: text(1024) }),
  z.strictObject({ fact: z.literal('program-version'), version: text(64) }),
  /** The network access that it needs, for information: it makes its connections itself. */
  z.strictObject({ fact: z.literal('program-needs'), provider: z.enum(ASSISTANCE_PROVIDERS) }),
  z.strictObject({ fact: z.literal('folder'), licenceFolder: text(1024) }),
  z.strictObject({
    fact: z.literal('folder-step'),
    step: z.enum(FOLDER_STEPS),
    outcome: z.enum(['passed', 'failed', 'not-tried']),
    reason: z.enum(LICENCE_SERVER_REASONS).nullable(),
  }),
  z.strictObject({ fact: z.literal('listening'), host: text(253), port: z.number().int() }),
  z.strictObject({ fact: z.literal('not-serving'), host: text(253) }),
  z.strictObject({ fact: z.literal('vendor-port-open'), port: z.number().int() }),
  z.strictObject({ fact: z.literal('vendor-port-closed'), port: z.number().int() }),
]);
export type CheckFact = z.output<typeof CheckFact>;

export const CheckStage = z.strictObject({
  stage: z.enum(CHECK_STAGES),
  /** Whom it is about: a host, `host:port` or the name of a licence server; null where there is but one. */
  subject: text(300).nullable(),
  outcome: z.enum(STAGE_OUTCOMES),
  /** Why it failed, or was skipped because of a setting. */
  reason: z.enum(ERROR_CODES).nullable(),
  params: z.record(text(64), z.union([text(4096), z.number()])),
  /** Whom a person may choose to trust after comparing the fingerprint; only with `certificate-untrusted`. */
  authority: OfferedAuthority.optional(),
  durationMs: z.number().int().min(0).nullable(),
  detail: z.array(CheckFact).max(32),
});
export type CheckStage = z.output<typeof CheckStage>;

/** Of one check: one for each licence server, and the others. */
export const MOST_STAGES = CHECK_STAGES.length + 100;

/** A whole check, running or finished; `rev` rises with every change of the same `id`. */
export const ConnectionCheck = z.strictObject({
  id: z.uuid(),
  rev: z.number().int().min(0),
  startedAt: Timestamp,
  finishedAt: Timestamp.nullable(),
  /** The account that runs the service and did the check; null where the system does not say. */
  account: text(256).nullable(),
  outcome: z.enum(['running', 'passed', 'failed', 'cancelled']),
  stages: z.array(CheckStage).max(MOST_STAGES),
});
export type ConnectionCheck = z.output<typeof ConnectionCheck>;

/** The check that is under way, or the last one; null = there was none since the service started. */
export const LastCheck = z.strictObject({ check: ConnectionCheck.nullable() });
export type LastCheck = z.output<typeof LastCheck>;

/** The stages that each stage needs: it is tried only where none of these has failed. */
const NEEDS: Readonly<Record<CheckStageName, readonly CheckStageName[]>> = {
  account: [],
  dns: [],
  'proxy-reachable': ['dns'],
  'proxy-login': ['proxy-reachable'],
  tls: ['dns', 'proxy-login'],
  'back-office': ['tls'],
  organisation: ['back-office'],
  clock: [],
  'licence-server': [],
  'assistance-client': [],
};

type Result = Pick<CheckStage, 'stage' | 'outcome'>;

const isInTheWay = ({ outcome }: Result) => outcome === 'failed' || outcome === 'not-tried';

/** Whether a stage can be tried: everything it needs has passed, or was left out because there is nothing to try. */
export const canBeTried = (stage: CheckStageName, results: readonly Result[]) =>
  !results.some((result) => NEEDS[stage].includes(result.stage) && isInTheWay(result));

/** The verdict on finished stages. */
export const verdictOf = (stages: readonly Result[]): 'passed' | 'failed' =>
  stages.every(({ outcome }) => outcome === 'passed' || outcome === 'skipped') ? 'passed' : 'failed';

export const isFinished = ({ outcome }: Result) => outcome !== 'waiting' && outcome !== 'running';
