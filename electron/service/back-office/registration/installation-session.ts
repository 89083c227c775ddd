/** Who asks: as the back office answered the registration. */
export type Session = { installationId: string; token: string };
