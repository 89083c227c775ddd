import { connect, type NetConnectOpts, type Socket } from 'node:net';
import { encodeCall, repliesIn, type BusCall } from './bus-message';

/** A few short answers are far less than this. */
const MOST_BYTES = 65_536;

/** The first call of every conversation. */
export const HELLO = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interfaceName: 'org.freedesktop.DBus',
  member: 'Hello',
  arguments: [],
} as const;
/** `refused` = the last call has an error for an answer. */
type Answer = 'answers' | 'refused' | 'silent';

const converse = (socket: Socket, calls: readonly BusCall[], answered: (answer: Answer) => void) => {
  let said = Buffer.alloc(0);
  let hasBegun = false;
  const user = Buffer.from(String(process.getuid?.() ?? 0)).toString('hex');
  socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
  socket.on('data', (chunk) => {
    said = Buffer.concat([said, chunk]);
    if (said.length > MOST_BYTES) answered('silent');
    const end = said.indexOf('\r\n');
    if (!hasBegun && end !== -1) {
      // Refused or not, there is somebody, and the library has its own error for it.
      if (!said.subarray(0, end).toString('latin1').startsWith('OK ')) answered('refused');
      hasBegun = true;
      said = said.subarray(end + 2);
      socket.write(
        Buffer.concat([Buffer.from('BEGIN\r\n'), ...calls.map((call, at) => encodeCall(call, at + 1))]),
      );
    }
    const replies = hasBegun ? repliesIn(said) : [];
    if (replies.length >= calls.length) answered(replies.at(-1) === 'result' ? 'answers' : 'refused');
  });
  socket.once('close', () => answered('silent'));
};

type Outcome = Answer | 'nobody';

const answersAt = (place: NetConnectOpts, calls: readonly BusCall[], limitMs: number): Promise<Outcome> =>
  new Promise((resolve) => {
    const socket = connect(place);
    const over = (outcome: Outcome) => {
      clearTimeout(timer);
      resolve(outcome);
      socket.destroy();
    };
    const timer = setTimeout(() => over('silent'), limitMs);
    socket.on('error', () => over('nobody'));
    socket.once('connect', () => converse(socket, calls, over));
  });

/** What the first bus that is there makes of the calls. */
export const outcomeOf = async (
  places: readonly NetConnectOpts[],
  calls: readonly BusCall[],
  limitMs: number,
) => {
  for (const place of places) {
    const outcome = await answersAt(place, calls, limitMs);
    if (outcome !== 'nobody') return outcome;
  }
  return 'nobody';
};
