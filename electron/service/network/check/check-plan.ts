import type { CheckStageName } from '@shared/domain/connection/connection-check';
import { CHECK_STAGES } from '@shared/domain/connection/connection-check';
import type { Settings } from '@shared/domain/settings/settings';
import { accountStage } from './account-stage';
import { assistanceClientStage } from './assistance-client-stage';
import { backOfficeStage } from './back-office-stage';
import type { CheckContext } from './check-context';
import type { CheckDependencies, ConnectionChanges } from './check-dependencies';
import { clockStage } from './clock-stage';
import { dnsStage } from './dns-stage';
import { beginExchange, type Exchange } from './exchange';
import { licenceServerStage, noLicenceServerStage } from './licence-server-stage';
import { organisationStage } from './organisation-stage';
import { proxyLoginStage } from './proxy-login-stage';
import { proxyReachableStage } from './proxy-reachable-stage';
import { findRoute } from './proxy-route-stage';
import { STAGE_DEADLINE_MS, unlessAborted, type Stage } from './stage';
import { tlsStage } from './tls-stage';

/** Switched off means no connection at all, not even to look: these are left out then. */
export const NEEDS_THE_NETWORK: readonly CheckStageName[] = CHECK_STAGES.filter(
  (name) => !['account', 'licence-server', 'assistance-client'].includes(name),
);

/** The stages that wait for the one request; when one of them has failed, there is nothing left to wait for. */
const ON_THE_EXCHANGE: readonly CheckStageName[] = ['proxy-login', 'tls', 'back-office'];

const officeOf = (address: string): CheckContext['backOffice'] => {
  const url = new URL(address);
  const hasTls = url.protocol === 'https:';
  const port = url.port === '' ? (hasTls ? '443' : '80') : url.port;
  return { host: url.hostname.replaceAll(/^\[|\]$/g, ''), name: `${url.hostname}:${port}`, hasTls };
};

/** The stages of one check, from the settings in force when it began. */
export class CheckPlan {
  readonly #settings: Settings;
  readonly #ending = new AbortController();
  #exchange: Exchange | null = null;

  constructor(
    private readonly dependencies: CheckDependencies,
    private readonly changes: ConnectionChanges,
  ) {
    this.#settings = dependencies.settings();
  }

  get isDisabled(): boolean {
    return !this.#settings.remoteService.enabled;
  }

  /** Every stage in order, before anything is known of the way. */
  get names(): Pick<Stage, 'name' | 'subject'>[] {
    const network = CHECK_STAGES.filter((name) => name !== 'licence-server' && name !== 'assistance-client');
    return [
      ...network.map((name) => ({ name, subject: null })),
      ...this.folderStages(),
      this.assistanceClientStage(),
    ];
  }

  async networkStages(signal: AbortSignal): Promise<Stage[]> {
    const { dependencies } = this;
    const context = await this.#context(signal);
    return [
      accountStage(dependencies.account()),
      dnsStage(context, dependencies.lookUp),
      proxyReachableStage(context),
      proxyLoginStage(context),
      tlsStage(context),
      backOfficeStage(context, dependencies.vendor),
      organisationStage(dependencies, this.changes),
      clockStage(context, dependencies),
    ];
  }

  folderStages(): Stage[] {
    const servers = this.#settings.licenceServers;
    if (servers.length === 0) return [noLicenceServerStage()];
    return servers.map((server) => licenceServerStage(server, this.dependencies));
  }

  assistanceClientStage(): Stage {
    const { vendor, findClient } = this.dependencies;
    const { allowed } = this.#settings.remoteAssistance;
    return assistanceClientStage(vendor.assistance.provider, allowed, findClient);
  }

  stageFailed(name: CheckStageName): void {
    if (ON_THE_EXCHANGE.includes(name)) this.end();
  }

  /** Nothing is under way any more when the check has ended. */
  end(): void {
    this.#ending.abort(new Error('the check has ended'));
  }

  async #context(signal: AbortSignal): Promise<CheckContext> {
    return {
      backOffice: officeOf(this.dependencies.vendor.backOffice),
      route: await this.#route(signal),
      exchange: () => (this.#exchange ??= this.#begin()),
      begun: () => this.#exchange,
    };
  }

  async #route(signal: AbortSignal): Promise<CheckContext['route']> {
    const direct = { source: 'none', proxy: null } as const;
    if (this.isDisabled) return direct;
    const { vendor, detectProxy } = this.dependencies;
    const limit = AbortSignal.any([signal, AbortSignal.timeout(STAGE_DEADLINE_MS)]);
    return unlessAborted(findRoute(this.#settings, vendor.backOffice, detectProxy), limit).catch(
      () => direct,
    );
  }

  #begin(): Exchange {
    const { openHttp, clock } = this.dependencies;
    return beginExchange((watch) => openHttp(this.#settings, watch), clock, this.#ending.signal);
  }
}
