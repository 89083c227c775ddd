import { describe, expect, it } from 'vitest';
import { createFakeServiceControl } from './index';
import { hasUnit } from './installed-service';
import { SERVICE_CONTROL_CONTRACT } from './service-control-contract.fixture';

describe('the fake service control', () => {
  it.each(Object.entries(SERVICE_CONTROL_CONTRACT))('%s', async (_, check) => {
    await check(createFakeServiceControl());
  });

  it('asks for an administrator where only one may', async () => {
    const control = createFakeServiceControl({ permission: 'ask' });
    await expect(control.act('start', { mayAsk: false })).rejects.toMatchObject({ code: 'elevation-needed' });
    await control.act('start', { mayAsk: true });
    expect((await control.status()).state).toBe('running');
  });
});

describe('an installed service', () => {
  const unit = '/usr/lib/systemd/system/remote-service.service';
  it.each([
    [['/run/systemd/system', unit], true],
    [['/run/systemd/system', '/etc/systemd/system/remote-service.service'], true],
    [[unit], false],
    [['/run/systemd/system'], false],
  ])('%j', (there, isInstalled) => expect(hasUnit((file) => there.includes(file))).toBe(isInstalled));
});
