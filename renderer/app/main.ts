import './zod-without-eval';
import '../styles/main.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { clientKey } from './client';
import { createPageI18n, useLanguage } from './language';
import { createPageRouter } from './router';
import { startPage } from './start-page';

const client = window.remoteService;
const i18n = createPageI18n();
const router = createPageRouter();
useLanguage(i18n, navigator.language);
const app = createApp(App).provide(clientKey, client).use(createPinia()).use(i18n).use(router);
startPage({ client, i18n, router });
// Mounted at once: the frame is drawn while the first page and its data are still on their way.
app.mount('#app');
