import { expect, it } from 'vitest';
import { contract } from '@shared/contract/page/page-contract';
import { entriesOf } from '@shared/contract/define';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { passOn } from './pass-on';

const entryOf = (wanted: string) => {
  const entry = entriesOf(contract).find(({ channel }) => channel === wanted);
  if (entry === undefined) throw new Error(`the contract has no ${wanted}`);
  return entry;
};

const serviceWith = (reply: unknown) => {
  const asked: unknown[] = [];
  const restore = (arg: unknown) => {
    asked.push(arg);
    return Promise.resolve(reply);
  };
  return { asked, service: () => ({ licence: { restore } }) as unknown as ServiceClient };
};

it('asks the service the same, and gives its value', async () => {
  const { asked, service } = serviceWith({ ok: true, value: { outcome: 'placed' } });
  expect(await passOn(entryOf('licence.restore'), service)?.({ reason: 'a test' })).toEqual({
    outcome: 'placed',
  });
  expect(asked).toEqual([{ reason: 'a test' }]);
});

it('throws a failure of the service under its own code', async () => {
  const error = { code: 'backup-missing', params: {}, ref: 'r-1' };
  const { service } = serviceWith({ ok: false, error });
  await expect(passOn(entryOf('licence.restore'), service)?.({})).rejects.toMatchObject({
    code: 'backup-missing',
    params: { ref: 'r-1' },
  });
});

it.each(['settings.save', 'licence.saveFile', 'assistance.stop', 'app.facts'])(
  'passes %s on to nobody, as the service has no such entry',
  (channel) => {
    expect(passOn(entryOf(channel), serviceWith(null).service)).toBeNull();
  },
);
