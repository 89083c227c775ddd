/** The name of the unit that the Linux packages install. */
export const UNIT_NAME = 'remote-service.service';

/** The name that the Windows installer registers with the service manager; shown as "Print ORS Service". */
const WINDOWS_SERVICE_NAME = 'PrintORSService';

/** Its members may use the installed service and change its settings. */
export const OPERATORS_GROUP = 'remote-service-operators';
