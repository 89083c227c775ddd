import { appRuntime } from '../../support/runtime';

/** Bundles the program once, before the workers ask for it. */
export default async function setUp() {
  await appRuntime();
}
