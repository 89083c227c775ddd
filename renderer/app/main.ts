import './zod-without-eval';
import '@renderer/styles/main.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { clientKey } from '@renderer/bridge/client';
import { loadPageI18n } from './language';
import { createPageRouter } from './router';
import { startPage } from './start-page';

const start = async () => {
  const client = window.remoteService;
  const router = createPageRouter();
  const i18n = await loadPageI18n();
  const app = createApp(App).provide(clientKey, client).use(createPinia()).use(i18n).use(router);
  startPage({ client, i18n, router });
  // Mounted with its words: the frame is drawn while the first page and its data are still on their way.
  app.mount('#app');
};
void start();
