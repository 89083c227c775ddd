/** Ends the version of a package that was made with the test runtime, as `build/packaging/product.mjs` writes it. */
const TEST_RUNTIME_MARK = '-test-runtime';

/** Whether this version is one to try: made with the test runtime, not for release. */
export const isTrialVersion = (version: string): boolean => version.endsWith(TEST_RUNTIME_MARK);
