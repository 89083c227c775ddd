/** Who asks: as the back office answered the registration. */
export type BackOfficeSession = { installationId: string; token: string };
