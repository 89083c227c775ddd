import { reconnectWave } from './reconnect-wave';
import { printTable } from './table';
import { idleDay, WAIT_SECONDS } from './transfer';

const FLEETS = [1000, 100_000, 1_000_000];
const DAY_S = 86_400;
const KIB = 1024;
const OUTAGE_MS = 10 * 60_000;
const SAMPLE = 100_000;
/** Of a client that comes back: status, events, licence index, release index. */
const CALLS_TO_COME_BACK = 4;

/** What a back office has to carry, for fleets of several sizes: on a calm day, and after an outage of ten minutes. */
export const printFleetLoad = async (): Promise<void> => {
  const days = [
    { poll: 'as long as allowed', day: await idleDay(WAIT_SECONDS) },
    { poll: '50 s', day: await idleDay(undefined) },
  ];
  printTable(
    'A calm second of a back office; each installation holds one connection open',
    ['installations', 'poll', 'requests', 'new connections', 'KiB'],
    FLEETS.flatMap((fleet) =>
      days.map(({ poll, day }) => [
        fleet,
        poll,
        ((fleet * day.requests) / DAY_S).toFixed(1),
        ((fleet * day.connections) / DAY_S).toFixed(1),
        ((fleet * day.bytes) / DAY_S / KIB).toFixed(1),
      ]),
    ),
  );
  const { windowMs, perPart } = reconnectWave(SAMPLE, OUTAGE_MS, Math.random);
  const share = (Math.max(...perPart) * perPart.length * 1000) / windowMs / SAMPLE;
  printTable(
    'The fullest second after an outage of ten minutes',
    ['installations', 'come back', 'requests'],
    FLEETS.map((fleet) => [
      fleet,
      (fleet * share).toFixed(1),
      (fleet * share * CALLS_TO_COME_BACK).toFixed(1),
    ]),
  );
};
