export { type HostFailure } from './host-outcomes';
export { createWindowsHost, hostCall, hostFile, type HostOptions, type WindowsHost } from './windows-host';
