import { reactive, readonly } from 'vue';
import type { PageKey } from './router';

export interface PageBadge {
  count: number;
  /** The meaning of the count, as a sentence for assistive technology. */
  description: string;
}

const badges = reactive(new Map<PageKey, PageBadge>());

export const pageBadges = readonly(badges);

/** Shows in the tree how much needs a hand on a page; nothing, or a count of 0, takes it away. */
export const setPageBadge = (page: PageKey, badge?: PageBadge) => {
  if (badge === undefined || badge.count === 0) badges.delete(page);
  else badges.set(page, badge);
};
