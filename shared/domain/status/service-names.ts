/** The name of the unit that the Linux packages install. */
export const UNIT_NAME = 'remote-service.service';

/** Its members may use the installed service and change its settings. */
export const OPERATORS_GROUP = 'remote-service-operators';
