import { createRouter, createWebHashHistory, type RouteRecordRaw } from 'vue-router';

export const PAGE_PATHS = {
  overview: '/',
  remoteService: '/system/connectivity/remote-service',
  licence: '/system/licence',
  services: '/system/service-settings/services',
  updates: '/system/software-updates',
  activity: '/activity',
  diagnostics: '/diagnostics',
  whatIsSent: '/what-is-sent',
  about: '/about',
} as const;
export type PageKey = keyof typeof PAGE_PATHS;

export const isPageKey = (name: unknown): name is PageKey => typeof name === 'string' && name in PAGE_PATHS;

const pages: Record<PageKey, RouteRecordRaw['component']> = {
  overview: () => import('@renderer/pages/overview/OverviewPage.vue'),
  remoteService: () => import('@renderer/pages/remote-service/RemoteServicePage.vue'),
  licence: () => import('@renderer/pages/licence/LicencePage.vue'),
  services: () => import('@renderer/pages/services/ServicesPage.vue'),
  updates: () => import('@renderer/pages/updates/UpdatesPage.vue'),
  activity: () => import('@renderer/pages/activity/ActivityPage.vue'),
  diagnostics: () => import('@renderer/pages/diagnostics/DiagnosticsPage.vue'),
  whatIsSent: () => import('@renderer/pages/what-is-sent/WhatIsSentPage.vue'),
  about: () => import('@renderer/pages/about/AboutPage.vue'),
};

const keys = Object.keys(PAGE_PATHS) as PageKey[];

/** Hash history: the page is served from one file, and no path of ours may ever look like a file. */
export const createPageRouter = () =>
  createRouter({
    history: createWebHashHistory(),
    routes: [
      ...keys.map((key) => ({ name: key, path: PAGE_PATHS[key], component: pages[key] }) as RouteRecordRaw),
      { path: '/:unknown(.*)*', redirect: PAGE_PATHS.overview },
    ],
  });
