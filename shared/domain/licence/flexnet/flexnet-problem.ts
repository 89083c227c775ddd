/** What can be wrong with a FlexNet licence file; each is an error code with the line it stands on. */
export const FLEXNET_PROBLEMS = [
  'flexnet-not-text',
  'flexnet-line-unfinished',
  'flexnet-quote-open',
  'flexnet-fields-missing',
  'flexnet-date-invalid',
  'flexnet-count-invalid',
  'flexnet-server-incomplete',
  'flexnet-port-invalid',
  'flexnet-server-count',
  'flexnet-server-missing',
  'flexnet-vendor-missing',
  'flexnet-no-features',
] as const;
export type FlexnetProblemCode = (typeof FLEXNET_PROBLEMS)[number];

/** `line` counts from 1; `word` is the word of it that is meant, cut to what can be shown. */
export type FlexnetProblem = { code: FlexnetProblemCode; line: number; word: string };
