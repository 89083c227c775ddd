import { measureColdStart } from './cold-start';
import { printFleetLoad } from './fleet-load';
import { measureIdleService } from './idle-service';
import { measureLicenceFile } from './licence-file';
import { measureReconnectWave } from './reconnect-wave';
import { measureStartTime } from './start-time';
import { measureTransfer } from './transfer';

/** Each prints what it has found, and says whether its budget is kept where it has one. */
const BENCHES: Readonly<Record<string, () => boolean | Promise<boolean>>> = {
  transfer: measureTransfer,
  wave: async () => {
    await printFleetLoad();
    return measureReconnectWave();
  },
  start: measureStartTime,
  'cold-start': measureColdStart,
  idle: measureIdleService,
  'licence-file': measureLicenceFile,
};

/** Runs the named benches, or all of them; gives the exit code: 1 where a budget is not kept. */
export const runBenches = async (names: readonly string[]): Promise<number> => {
  const unknown = names.find((name) => !Object.hasOwn(BENCHES, name));
  if (unknown !== undefined)
    throw new Error(`no bench ${unknown}; there are ${Object.keys(BENCHES).join(', ')}`);
  let isKept = true;
  for (const [name, measure] of Object.entries(BENCHES)) {
    if (names.length === 0 || names.includes(name)) isKept = (await measure()) && isKept;
  }
  return isKept ? 0 : 1;
};
