import type { RouteLocationRaw } from 'vue-router';

/** The way to one field of the page Remote Service, named by its settings key. */
export const fieldRoute = (field: string): RouteLocationRaw => ({ name: 'remoteService', query: { field } });
