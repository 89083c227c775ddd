import { admitOperatorsWith } from './admit-operators';
import type { LocalEndpoint } from './local-endpoint';
import { unixLocalEndpoint } from './unix-local-endpoint';
import { createWindowsLocalEndpoint } from './windows-local-endpoint';

export type { EndpointAddress, KeyFile, LocalEndpoint, EndpointTrust } from './local-endpoint';
export { SOCKET_NAME } from './unix-run-folder';

/** The end point between the service and its clients on this machine. */
export const createLocalEndpoint = (platform: NodeJS.Platform = process.platform): LocalEndpoint =>
  platform === 'win32' ? createWindowsLocalEndpoint(admitOperatorsWith()) : unixLocalEndpoint;
