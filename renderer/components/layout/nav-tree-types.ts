import type { Component } from 'vue';

export interface TreeItem {
  key: string;
  label: string;
  /** The page's route; a branch leads to its first page. */
  to: string;
  icon?: Component | undefined;
  /** A count of what needs a hand there, with the sentence that assistive technology reads for it. */
  badge?: { count: number; description: string } | undefined;
  children?: readonly TreeItem[] | undefined;
}

export interface TreeGroup {
  key: string;
  label?: string | undefined;
  items: readonly TreeItem[];
  /** Pushed to the foot of the tree. */
  atEnd?: boolean | undefined;
}
