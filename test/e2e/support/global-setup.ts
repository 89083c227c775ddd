import { appRuntime } from '../../support/runtime';
import { startVirtualDisplay } from '../../support/desktop/virtual-display';

/** Bundles the program once, before the workers ask for it, and gives it a display where there is none. */
export default async function setUp() {
  await appRuntime();
  if (process.env['DISPLAY']) return undefined;
  const display = await startVirtualDisplay();
  process.env['DISPLAY'] = display.name;
  return display.stop;
}
