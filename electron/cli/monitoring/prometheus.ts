import { CONNECTION_STATES } from '@shared/domain/connection/connection';
import { LICENCE_SERVER_STATES } from '@shared/domain/licence/licence-summary';
import type { MonitoringFacts } from '@shared/domain/status/monitoring';

const PREFIX = 'remote_service_';
const DAY_MS = 86_400_000;

interface Sample {
  value: number;
  labels?: Readonly<Record<string, string>>;
}

const escapeLabel = (text: string) =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    .replaceAll('\n', String.raw`\n`);

const sampleLine = (name: string, { value, labels = {} }: Sample) => {
  const written = Object.entries(labels).map(([label, text]) => `${label}="${escapeLabel(text)}"`);
  return `${PREFIX}${name}${written.length === 0 ? '' : `{${written.join(',')}}`} ${value}`;
};

/** A gauge in the text format of Prometheus; nothing where there is no sample, because nothing is known then. */
const gauge = (name: string, help: string, samples: readonly Sample[]) =>
  samples.length === 0
    ? []
    : [
        `# HELP ${PREFIX}${name} ${help}`,
        `# TYPE ${PREFIX}${name} gauge`,
        ...samples.map((sample) => sampleLine(name, sample)),
      ];

const known = (value: number | null): Sample[] => (value === null ? [] : [{ value }]);
const flag = (isSo: boolean): Sample[] => [{ value: isSo ? 1 : 0 }];

/** A day counts to its end. */
const secondsToEndOf = (day: string | null, now: number) =>
  day === null ? null : Math.round((Date.parse(`${day}T00:00:00Z`) + DAY_MS - now) / 1000);

const secondsSince = (time: string | null, now: number) =>
  time === null ? null : Math.max(0, Math.round((now - Date.parse(time)) / 1000));

const licenceGauges = ({ licence }: MonitoringFacts, now: number) => {
  if (licence === null) return [];
  const features = licence.features.flatMap(({ id, expiresOn }): Sample[] => {
    const value = secondsToEndOf(expiresOn, now);
    return value === null ? [] : [{ value, labels: { feature: id } }];
  });
  return [
    ...gauge(
      'licence_remaining_seconds',
      'Time until the licence expires, negative afterwards; missing for a licence without an end.',
      known(secondsToEndOf(licence.expiresOn, now)),
    ),
    ...gauge(
      'licence_feature_remaining_seconds',
      'Time until the licence of a feature expires, negative afterwards; missing for a feature without an end.',
      features,
    ),
    ...gauge(
      'maintenance_remaining_seconds',
      'Time until the maintenance period ends, negative afterwards.',
      known(secondsToEndOf(licence.maintenanceUntil, now)),
    ),
  ];
};

/** The metrics of a running service for the textfile collector; `facts` null = it does not run. `now` in ms since the epoch. */
export const prometheusText = (facts: MonitoringFacts | null, now: number): string => {
  const up = gauge('up', 'Whether Print ORS Service is running.', flag(facts !== null));
  const rest = facts === null ? [] : gaugesOf(facts, now);
  return `${[...up, ...rest].join('\n')}\n`;
};

const gaugesOf = (facts: MonitoringFacts, now: number): string[] => [
  ...gauge('info', 'The version of Print ORS Service.', [{ value: 1, labels: { version: facts.version } }]),
  ...gauge(
    'connection_state',
    'The state of the connection to the back office: 1 for the current one.',
    CONNECTION_STATES.map((state) => ({ value: facts.connection === state ? 1 : 0, labels: { state } })),
  ),
  ...gauge(
    'last_signed_proof_age_seconds',
    'Time since the back office last proved with a signature which licence is the newest.',
    known(secondsSince(facts.lastSignedProof, now)),
  ),
  ...licenceGauges(facts, now),
  ...gauge(
    'licence_servers',
    'Number of licence servers by state.',
    LICENCE_SERVER_STATES.map((state) => ({
      value: facts.licenceServers.filter((one) => one === state).length,
      labels: { state },
    })),
  ),
  ...gauge('update_offered', 'Whether a software update is available.', flag(facts.updates.isOffered)),
  ...gauge(
    'update_downloaded',
    'Whether a software update is ready to install.',
    flag(facts.updates.isDownloaded),
  ),
  ...gauge(
    'update_check_age_seconds',
    'Time since the last successful check for software updates.',
    known(secondsSince(facts.updates.checkedAt, now)),
  ),
  ...gauge(
    'remote_assistance_allowed',
    'Whether remote assistance is allowed.',
    flag(facts.remoteAssistance.allowed),
  ),
  ...gauge(
    'remote_assistance_session',
    'Whether a remote assistance session is open.',
    flag(facts.remoteAssistance.hasSession),
  ),
  ...gauge(
    'clock_difference_seconds',
    'How far the clock of the back office is ahead of this computer.',
    known(facts.clock.differenceSeconds),
  ),
  ...gauge('clock_suspect', 'Whether the clock of this computer looks wrong.', flag(facts.clock.isSuspect)),
  ...gauge(
    'notice',
    'A condition that needs attention, by its code.',
    facts.notices.map((code) => ({ value: 1, labels: { code } })),
  ),
];
