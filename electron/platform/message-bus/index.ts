export { isKeyStoreSilent, leaveSilentBuses } from './silent-bus';
export { showsTrayIcons } from './tray-host';
