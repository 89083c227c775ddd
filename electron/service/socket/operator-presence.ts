import type { Clock } from '@shared/domain/time/clock';
import type { Caller } from '@shared/contract/service/caller';
import type { ServiceHandlers } from '@shared/contract/service/service-contract';

/** So long after a call somebody counts as waiting. */
const ATTENTION_MS = 2 * 60_000;

/** Notices from the calls that arrive whether a person is in front of a page or a command. */
export class OperatorPresence {
  private lastCall = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly clock: Clock,
    private readonly onArrived: () => void,
  ) {}

  isOperatorPresent(): boolean {
    return this.clock.now() - this.lastCall < ATTENTION_MS;
  }

  private recordCall() {
    const wasWaiting = this.isOperatorPresent();
    this.lastCall = this.clock.now();
    if (!wasWaiting) this.onArrived();
  }

  /** The same handlers, each call of which counts as a person's. */
  countCallsOf(handlers: ServiceHandlers): ServiceHandlers {
    const watched = Object.entries(handlers).map(([domain, calls]) => [
      domain,
      Object.fromEntries(
        Object.entries(calls as Record<string, (arg: never, caller: Caller) => Promise<unknown>>).map(
          ([name, handle]) => [
            name,
            (arg: never, caller: Caller) => {
              this.recordCall();
              return handle(arg, caller);
            },
          ],
        ),
      ),
    ]);
    return Object.fromEntries(watched) as ServiceHandlers;
  }
}
