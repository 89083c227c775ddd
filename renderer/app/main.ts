import '../styles/main.css';
import { createPinia } from 'pinia';
import { createApp } from 'vue';
import App from './App.vue';
import { createPageI18n, useLanguage } from './language';
import { createPageRouter } from './router';

const i18n = createPageI18n();
useLanguage(i18n, navigator.language);
// Mounted at once: the frame is drawn while the first page and its data are still on their way.
createApp(App).use(createPinia()).use(i18n).use(createPageRouter()).mount('#app');
