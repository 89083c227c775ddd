export { isKeyStoreSilent, leaveSilentBuses } from './silent-bus';
