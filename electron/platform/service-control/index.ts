import { hasServiceKey, hasUnit } from './installed-service';

export { OPERATORS_GROUP } from './service-names';

/** Whether this machine has Print ORS Service as a service of its own; asked synchronously, once at the start. */
export const isServiceInstalled = (platform: NodeJS.Platform = process.platform): boolean =>
  platform === 'win32' ? hasServiceKey() : hasUnit();
