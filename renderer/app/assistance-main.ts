import './zod-without-eval';
import '../styles/main.css';
import { createPinia } from 'pinia';
import { createApp, watch } from 'vue';
import RequestWindow from '../features/assistance/RequestWindow.vue';
import SessionWindow from '../features/assistance/SessionWindow.vue';
import { useFactsStore } from '../stores/facts-store';
import { useStatusStore } from '../stores/status-store';
import { clientKey } from './client';
import { createPageI18n, useLanguage } from './language';
import { applyScheme } from './scheme';

const i18n = createPageI18n();
useLanguage(i18n, navigator.language);
const page = location.hash === '#session' ? SessionWindow : RequestWindow;
const app = createApp(page).provide(clientKey, window.remoteService).use(createPinia()).use(i18n);

const facts = useFactsStore();
watch(
  () => facts.facts,
  (next) => {
    if (next === null) return;
    useLanguage(i18n, next.locale);
    applyScheme(next.preferences.colourScheme);
    document.title = i18n.global.t(`assistance.${page === SessionWindow ? 'session' : 'request'}.title`);
  },
);
facts.start();
useStatusStore().start();
app.mount('#app');
