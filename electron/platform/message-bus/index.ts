export { isKeyStoreSilent, isWithoutBus, leaveSilentBuses } from './silent-bus';
export { showsTrayIcons } from './tray-host';
