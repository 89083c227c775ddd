import { createPinia } from 'pinia';
import { createApp } from 'vue';
import type { FakeApp } from '@renderer/bridge/app-client.fixture';
import { clientKey } from '@renderer/bridge/client';

/** A store home joined to an app in memory. */
export const storesOf = ({ client }: FakeApp) => {
  const pinia = createPinia();
  createApp({ render: () => null })
    .provide(clientKey, client)
    .use(pinia);
  return pinia;
};
