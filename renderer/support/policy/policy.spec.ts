import type { PolicyState } from '@shared/domain/settings/policy';
import { enableAutoUnmount, flushPromises } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { settingsFixture, settingsStateFixture } from '@renderer/bridge/status.fixture';
import { openPage } from '@renderer/pages/page.fixture';
import '@renderer/pages/remote-service/RemoteServicePage.vue';

enableAutoUnmount(afterEach);

const under = (policy: Partial<PolicyState>) => ({
  ...settingsStateFixture('1', {
    proxy: { ...settingsFixture().proxy, mode: 'manual', url: 'proxy:8080' },
  }),
  policy: { lockedBy: '', locked: [], problem: null, ...policy },
});
const open = (policy: Partial<PolicyState>) =>
  openPage({ path: '/system/connectivity/remote-service', settings: under(policy) });

const descriptionOf = (control: Element) =>
  (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent ?? '')
    .join(' ');

it('shows a locked field as locked, and says by whom to those who cannot see it too', async () => {
  const { field, page } = await open({
    lockedBy: 'IT, ext. 1234',
    locked: ['proxy.mode', 'proxy.url', 'remoteService.enabled'],
  });
  expect(field('Proxy URL').readOnly).toBe(true);
  expect(descriptionOf(field('Proxy URL'))).toContain('the policy of IT, ext. 1234');
  const enabled = page.get('[role=switch]').element;
  expect(enabled.hasAttribute('disabled')).toBe(true);
  expect(descriptionOf(enabled)).toContain('the policy of IT, ext. 1234');
  for (const radio of page.findAll('[role=radio]')) expect(radio.attributes()).toHaveProperty('disabled');
  expect(field('Service organisation ID').readOnly).toBe(false);
});

it('lets nobody change a locked list, and says why', async () => {
  const { button, text } = await open({ locked: ['licenceServers', 'certificates'] });
  for (const name of ['Add licence server', 'Edit Main server', 'Remove Main server', 'Add certificate']) {
    expect(button(name).getAttribute('aria-disabled'), name).toBe('true');
    expect(descriptionOf(button(name)), name).toContain('policy of your organisation');
  }
  expect(button('Test Main server').getAttribute('aria-disabled')).toBeNull();
  expect(text()).toContain('Set by the policy of your organisation.');
});

it('follows a policy that comes and goes while the page is open', async () => {
  const { app, field } = await open({});
  expect(field('Proxy URL').readOnly).toBe(false);
  app.emit('settings', 'changed', { ...under({ locked: ['proxy.url'] }), revision: '2' });
  await flushPromises();
  expect(field('Proxy URL').readOnly).toBe(true);
  app.emit('settings', 'changed', { ...under({}), revision: '3' });
  await flushPromises();
  expect(field('Proxy URL').readOnly).toBe(false);
});

it('says loudly that a policy is there and is not believed', async () => {
  const params = { file: '/etc/remote-service/policy.json', why: 'writable-by-others' };
  const { text, field } = await open({ problem: { code: 'policy-untrusted', params } });
  expect(text()).toContain('A policy exists, but it is not applied');
  expect(text()).toContain('/etc/remote-service/policy.json is ignored');
  expect(field('Proxy URL').readOnly).toBe(false);
});
