import messages from '@shared/i18n/locales/en-GB.json' with { type: 'json' };
import { enableAutoUnmount, mount } from '@vue/test-utils';
import { afterEach, expect, it } from 'vitest';
import { nextTick } from 'vue';
import { createI18n } from 'vue-i18n';
import { createMemoryHistory, createRouter } from 'vue-router';
import NavTree from './NavTree.vue';
import type { TreeGroup } from './nav-tree-types';

enableAutoUnmount(afterEach);

const groups: TreeGroup[] = [
  {
    key: 'system',
    label: 'System',
    items: [
      {
        key: 'connectivity',
        label: 'Connectivity',
        to: '/remote-service',
        children: [
          {
            key: 'remote-service',
            label: 'Remote Service',
            to: '/remote-service',
            badge: { count: 2, description: '2 licence servers need a hand' },
          },
        ],
      },
      { key: 'licence', label: 'Licence', to: '/licence' },
    ],
  },
];

const open = async (path: string) => {
  const page = { template: '<p />' };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: ['/remote-service', '/licence'].map((each) => ({ path: each, component: page })),
  });
  await router.push(path);
  const i18n = createI18n({ legacy: false, locale: 'en-GB', messages: { 'en-GB': messages } });
  const tree = mount(NavTree, {
    props: { label: 'Pages', brand: 'Remote Service', menuLabel: 'Menu', groups },
    attachTo: document.body,
    global: { plugins: [router, i18n] },
  });
  const link = (name: string) => {
    const found = tree.findAll('a').find((each) => each.get('.word').text() === name);
    if (found === undefined) throw new Error(`No link ${name}`);
    return found;
  };
  return { tree, router, link };
};

it('marks the page as current, but not the branch above it', async () => {
  const { link } = await open('/remote-service');
  expect(link('Remote Service').attributes('aria-current')).toBe('page');
  expect(link('Connectivity').attributes('aria-current')).toBe('false');
  expect(link('Licence').attributes('aria-current')).toBeUndefined();
});

it('tells the count in words, apart from the name of the link', async () => {
  const { link } = await open('/licence');
  const described = document.getElementById(link('Remote Service').attributes('aria-describedby') ?? '');
  expect(described?.textContent).toBe('2 licence servers need a hand');
  expect(link('Remote Service').get('.badge').attributes('aria-hidden')).toBe('true');
});

it('folds the tree of a narrow window after a choice, and on Esc with the focus back on the button', async () => {
  const { tree, router } = await open('/licence');
  const button = tree.get('button');
  await button.trigger('click');
  expect(button.attributes('aria-expanded')).toBe('true');
  await router.push('/remote-service');
  await nextTick();
  expect(button.attributes('aria-expanded')).toBe('false');
  await button.trigger('click');
  await tree.get('a').trigger('keydown', { key: 'Escape' });
  expect(button.attributes('aria-expanded')).toBe('false');
  expect(document.activeElement).toBe(button.element);
});
