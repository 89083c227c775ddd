import { hasWindowsService, hasUnit } from './installed-service';
import type { ServiceControl } from './service-control';
import { SystemdServiceControl } from './systemd-service-control';
import { WindowsServiceControl } from './windows-service-control';

export { createFakeServiceControl, type FakeServiceControl } from './fake-service-control.fixture';
export type { ServiceControl } from './service-control';

/** Whether this machine has Print ORS Service as a service of its own; asked synchronously, once at the start. */
export const isServiceInstalled = (platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' ? hasWindowsService() : hasUnit();

/** The control of the installed service. */
export const createServiceControl = (platform: NodeJS.Platform = process.platform): ServiceControl =>
  platform === 'win32' ? new WindowsServiceControl() : new SystemdServiceControl();
