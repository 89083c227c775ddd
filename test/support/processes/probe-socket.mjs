// Run as another account: says how a connection attempt to a socket ends.
import { connect } from 'node:net';

const socket = connect(process.argv[2] ?? '');
const say = (word) => process.stdout.write(`${word}\n`, () => process.exit(0));
socket.once('connect', () => say('connected'));
socket.once('error', (error) => say(error.code));
