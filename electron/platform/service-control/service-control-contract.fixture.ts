import { strict as assert } from 'node:assert';
import { ServiceControlStatus, type ServiceAction } from '@shared/domain/status/service-control';
import type { ServiceControl } from './service-control';

const act = (control: ServiceControl, action: ServiceAction) => control.act(action, { mayAsk: false });
const stateOf = async (control: ServiceControl) => (await control.status()).state;

/** The rules of every ServiceControl; each check begins and ends with a service that is there and stopped. */
export const SERVICE_CONTROL_CONTRACT: Readonly<Record<string, (control: ServiceControl) => Promise<void>>> =
  {
    'says what the schema says': async (control) => {
      ServiceControlStatus.parse(await control.status());
      assert.ok(['stopped', 'failed'].includes(await stateOf(control)));
    },
    'starts and stops': async (control) => {
      await act(control, 'start');
      const running = await control.status();
      assert.equal(running.state, 'running');
      assert.notEqual(running.account, null);
      await act(control, 'stop');
      assert.equal(await stateOf(control), 'stopped');
    },
    'takes what is so already for done': async (control) => {
      await act(control, 'stop');
      await act(control, 'start');
      await act(control, 'start');
      assert.equal(await stateOf(control), 'running');
      await act(control, 'stop');
    },
    'restarts, running or not': async (control) => {
      await act(control, 'restart');
      assert.equal(await stateOf(control), 'running');
      await act(control, 'restart');
      assert.equal(await stateOf(control), 'running');
      await act(control, 'stop');
      assert.equal(await stateOf(control), 'stopped');
    },
  };
