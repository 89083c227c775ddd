/** The identity that the back office gave at registration. */
export type BackOfficeSession = { installationId: string; token: string };
