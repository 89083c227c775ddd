import { daysUntil } from '@shared/domain/time/dates';
import type { MonitoringFacts } from '@shared/domain/status/monitoring';
import type { LicenceServerState } from '@shared/domain/licence/licence-summary';
import type { Translate } from '@shared/i18n/translator';
import { EXIT, type ExitCode } from '@shared/errors/exit-codes';

/** The service states of the Monitoring Plugins Development Guidelines, in rising order of severity. */
export const PLUGIN_STATES = ['OK', 'WARNING', 'CRITICAL', 'UNKNOWN'] as const;
export type PluginState = (typeof PLUGIN_STATES)[number];

export const PLUGIN_EXITS: Readonly<Record<PluginState, ExitCode>> = {
  OK: EXIT.done,
  WARNING: EXIT.monitorWarning,
  CRITICAL: EXIT.monitorCritical,
  UNKNOWN: EXIT.monitorUnknown,
};

/** Days before the end of the licence or of the maintenance period. */
export interface Thresholds {
  warning: number;
  critical: number;
}

interface Finding {
  state: PluginState;
  text: string;
}

const SERVER_SEVERITY: Partial<Record<LicenceServerState, PluginState>> = {
  failing: 'CRITICAL',
  unusable: 'CRITICAL',
  'waiting-for-operator': 'WARNING',
  behind: 'WARNING',
};

/** Notices about dates are judged by the thresholds instead. */
const DATE_NOTICES = [
  'licence-expires-soon',
  'licence-expired',
  'maintenance-ends-soon',
  'maintenance-ended',
];
const isStorageNotice = (code: string) => code.startsWith('storage-');

const connectionFinding = ({ connection }: MonitoringFacts, translate: Translate): Finding => {
  const text = translate(`connection.state.${connection}`);
  if (connection === 'failed' || connection === 'service-stopped') return { state: 'CRITICAL', text };
  return { state: connection === 'not-configured' ? 'WARNING' : 'OK', text };
};

const stateFor = (days: number, { warning, critical }: Thresholds): PluginState => {
  if (days <= critical) return 'CRITICAL';
  return days <= warning ? 'WARNING' : 'OK';
};

interface DateFacts {
  licence: number | null;
  maintenance: number | null;
}

const daysOf = ({ licence }: MonitoringFacts, now: number): DateFacts => {
  const days = (day: string | null) => (day === null ? null : daysUntil(day, now));
  if (licence === null) return { licence: null, maintenance: null };
  const ends = [licence.expiresOn, ...licence.features.map(({ expiresOn }) => expiresOn)]
    .map(days)
    .filter((one) => one !== null);
  return {
    licence: ends.length === 0 ? null : Math.min(...ends),
    maintenance: days(licence.maintenanceUntil),
  };
};

const licenceFindings = (
  facts: MonitoringFacts,
  { licence, maintenance }: DateFacts,
  thresholds: Thresholds,
  translate: Translate,
): Finding[] => {
  const ofLicence: Finding[] =
    licence === null
      ? []
      : [
          {
            state: stateFor(licence, thresholds),
            text:
              licence < 0
                ? translate('monitor.licenceEnded')
                : translate('monitor.licenceDays', { count: licence }, licence),
          },
        ];
  const isNear = maintenance !== null && maintenance <= thresholds.warning;
  const ofMaintenance: Finding[] = isNear
    ? [
        {
          state: 'WARNING',
          text:
            maintenance < 0
              ? translate('monitor.maintenanceEnded')
              : translate('monitor.maintenanceDays', { count: maintenance }, maintenance),
        },
      ]
    : [];
  const missing: Finding[] =
    facts.licence === null ? [{ state: 'WARNING', text: translate('monitor.noLicence') }] : [];
  return [...ofLicence, ...ofMaintenance, ...missing];
};

const serverFindings = ({ licenceServers }: MonitoringFacts, translate: Translate): Finding[] =>
  [...new Set(licenceServers)].flatMap((state) => {
    const severity = SERVER_SEVERITY[state];
    if (severity === undefined) return [];
    const count = licenceServers.filter((one) => one === state).length;
    const words = translate(`licenceServer.state.${state}`);
    return [{ state: severity, text: translate('monitor.servers', { count, state: words }, count) }];
  });

const noticeFindings = ({ notices, clock }: MonitoringFacts, translate: Translate): Finding[] => [
  ...(clock.isSuspect ? [{ state: 'WARNING' as const, text: translate('monitor.clock') }] : []),
  ...notices
    .filter((code) => !DATE_NOTICES.includes(code))
    .map((code) => ({
      state: isStorageNotice(code) ? ('CRITICAL' as const) : ('WARNING' as const),
      text: translate('monitor.notice', { code }),
    })),
];

/** `label=value;warning;critical`, with the thresholds as ranges of the guidelines: `30:` = alert below 30. */
const performanceData = (facts: MonitoringFacts, dates: DateFacts, thresholds: Thresholds, now: number) => {
  const range = `${thresholds.warning + 1}:;${thresholds.critical + 1}:`;
  const age =
    facts.lastSignedProof === null
      ? null
      : Math.max(0, Math.round((now - Date.parse(facts.lastSignedProof)) / 1000));
  const working = facts.licenceServers.filter((state) => SERVER_SEVERITY[state] === undefined).length;
  return [
    ...(dates.licence === null ? [] : [`licence_days=${dates.licence};${range}`]),
    ...(dates.maintenance === null
      ? []
      : [`maintenance_days=${dates.maintenance};${thresholds.warning + 1}:;`]),
    ...(age === null ? [] : [`proof_age=${age}s;;;0`]),
    `licence_servers_working=${working};;;0;${facts.licenceServers.length}`,
    ...(facts.clock.differenceSeconds === null ? [] : [`clock_difference=${facts.clock.differenceSeconds}s`]),
  ].join(' ');
};

/** A `|` would begin the performance data. */
export const pluginLine = (state: PluginState, text: string, data = '') =>
  `REMOTE SERVICE ${state} - ${text.replaceAll(/[|\n]/g, ' ')}${data === '' ? '' : ` | ${data}`}`;

/** What a monitoring plugin says of a running service; `now` in ms since the epoch. */
export const pluginResult = (
  facts: MonitoringFacts,
  thresholds: Thresholds,
  translate: Translate,
  now: number,
): { state: PluginState; line: string } => {
  const dates = daysOf(facts, now);
  const findings = [
    connectionFinding(facts, translate),
    ...licenceFindings(facts, dates, thresholds, translate),
    ...serverFindings(facts, translate),
    ...noticeFindings(facts, translate),
  ];
  const severity = ({ state }: Finding) => PLUGIN_STATES.indexOf(state);
  const worst = Math.max(...findings.map(severity));
  const state = PLUGIN_STATES[worst] ?? 'UNKNOWN';
  // The reason for the state comes first: many displays cut the line.
  const texts = [...findings].sort((a, b) => severity(b) - severity(a)).map(({ text }) => text);
  return { state, line: pluginLine(state, texts.join(', '), performanceData(facts, dates, thresholds, now)) };
};
