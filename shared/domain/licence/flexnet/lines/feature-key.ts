/** The feature of a vendor in one form for all writings. */
export const featureKey = (name: string, vendor: string): string => `${name} ${vendor}`.toLowerCase();
