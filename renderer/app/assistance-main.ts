import './zod-without-eval';
import '@renderer/styles/main.css';
import { createPinia } from 'pinia';
import { createApp, watch } from 'vue';
import RequestWindow from '@renderer/features/assistance/RequestWindow.vue';
import SessionWindow from '@renderer/features/assistance/SessionWindow.vue';
import { useFactsStore } from '@renderer/stores/facts-store';
import { useStatusStore } from '@renderer/stores/status-store';
import { clientKey } from '@renderer/bridge/client';
import { translateWith } from '@renderer/i18n/use-translation';
import { createSpeaker, loadPageI18n } from './language';
import { applyScheme } from './scheme';

const start = async () => {
  const i18n = await loadPageI18n();
  const speak = createSpeaker(i18n);
  const translate = translateWith(i18n.global);
  const page = location.hash === '#session' ? SessionWindow : RequestWindow;
  const app = createApp(page).provide(clientKey, window.remoteService).use(createPinia()).use(i18n);

  const facts = useFactsStore();
  watch(
    () => facts.facts,
    (next) => {
      if (next === null) return;
      void speak(next.locale);
      applyScheme(next.preferences.colourScheme);
    },
  );
  const kind = page === SessionWindow ? 'session' : 'request';
  watch(i18n.global.locale, () => (document.title = translate(`assistance.${kind}.title`)), {
    immediate: true,
  });
  facts.start();
  useStatusStore().start();
  app.mount('#app');
};
void start();
