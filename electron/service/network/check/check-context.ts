import type { Exchange } from './exchange';
import type { CheckedRoute } from './proxy-route-stage';

/** The data shared by the stages of one check. */
export interface CheckContext {
  /** The back office: `host` without the brackets of an IPv6 address, `name` with its port. */
  backOffice: { host: string; name: string; hasTls: boolean };
  route: CheckedRoute;
  /** Begins with the first stage that asks for it, and is the same for all. */
  exchange: () => Exchange;
  /** The one that has begun; null before. */
  begun: () => Exchange | null;
}
