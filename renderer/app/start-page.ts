import { needsHand } from '@shared/domain/licence/licence-summary';
import type { AppClient } from '@shared/contract/page/page-contract';
import type { MessageKey } from '@shared/i18n/messages';
import { translateWith } from '@renderer/i18n/use-translation';
import { watch } from 'vue';
import type { Router } from 'vue-router';
import { useCheckStore } from '@renderer/stores/check-store';
import { useFactsStore } from '@renderer/stores/facts-store';
import { useSettingsStore } from '@renderer/stores/settings-store';
import { useStatusStore } from '@renderer/stores/status-store';
import { createSpeaker, type PageI18n } from './language';
import { setPageBadge } from './page-badges';
import type { PageKey } from './router';
import { applyScheme } from './scheme';

type Destination = Parameters<Parameters<AppClient['app']['navigate']>[0]>[0]['to'];

const PAGES: Record<Destination, PageKey> = {
  overview: 'overview',
  'remote-service': 'remoteService',
  licence: 'licence',
  activity: 'activity',
  about: 'about',
  check: 'remoteService',
};

export interface PageParts {
  client: AppClient;
  i18n: PageI18n;
  router: Router;
}

/** Joins the page to the app: the stores listen from now on, and language, colours and the tree follow what they hear. */
export const startPage = ({ client, i18n, router }: PageParts) => {
  const facts = useFactsStore();
  const status = useStatusStore();
  const settings = useSettingsStore();
  const check = useCheckStore();
  const speak = createSpeaker(i18n);
  const translate = translateWith(i18n.global);

  watch(
    () => facts.facts,
    (next) => {
      if (next === null) return;
      void speak(next.locale);
      applyScheme(next.preferences.colourScheme);
    },
  );
  watch(
    () => [status.status, i18n.global.locale.value],
    () => {
      const servers = status.status?.licenceServers ?? [];
      const unable = servers.filter(needsHand).length;
      const missing = servers.filter((server) => server.reason !== null && !needsHand(server)).length;
      const refused = status.status?.refusedLicence == null ? 0 : 1;
      const badge = (text: MessageKey, count: number) => ({ count, description: translate(text, {}, count) });
      setPageBadge('remoteService', badge('page.manual.trayCount', unable));
      setPageBadge('licence', badge('page.common.attentionCount', missing + refused));
    },
  );
  client.app.navigate(({ to }) => {
    void router.push({ name: PAGES[to] });
    if (to === 'check') void check.open();
  });
  facts.start();
  status.start();
  settings.start();
  check.start();
};
