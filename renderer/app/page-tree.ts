import {
  Cog,
  Gauge,
  Info,
  KeyRound,
  Network,
  PackageCheck,
  ScrollText,
  Send,
  Stethoscope,
} from '@lucide/vue';
import type { Translate } from '@shared/i18n/translator';
import type { TreeGroup, TreeItem } from '@renderer/components/layout/nav-tree-types';
import { pageBadges } from './page-badges';
import { PAGE_PATHS, type PageKey } from './router';

const leaf = (key: PageKey, label: string, icon?: TreeItem['icon']): TreeItem => ({
  key,
  label,
  to: PAGE_PATHS[key],
  icon,
  badge: pageBadges.get(key),
});

/** The tree of the manual: only pages that work stand in it. */
export const pageTree = (t: Translate): TreeGroup[] => [
  { key: 'start', items: [leaf('overview', t('shell.page.overview'), Gauge)] },
  {
    key: 'system',
    label: t('shell.group.system'),
    items: [
      {
        key: 'connectivity',
        label: t('shell.group.connectivity'),
        to: PAGE_PATHS.remoteService,
        icon: Network,
        children: [leaf('remoteService', t('shell.page.remoteService'))],
      },
      leaf('licence', t('shell.page.licence'), KeyRound),
      {
        key: 'serviceSettings',
        label: t('shell.group.serviceSettings'),
        to: PAGE_PATHS.services,
        icon: Cog,
        children: [leaf('services', t('shell.page.services'))],
      },
      leaf('updates', t('shell.page.updates'), PackageCheck),
    ],
  },
  {
    key: 'support',
    label: t('shell.group.support'),
    items: [
      leaf('activity', t('shell.page.activity'), ScrollText),
      leaf('diagnostics', t('shell.page.diagnostics'), Stethoscope),
      leaf('whatIsSent', t('shell.page.whatIsSent'), Send),
    ],
  },
  { key: 'about', atEnd: true, items: [leaf('about', t('shell.page.about'), Info)] },
];
