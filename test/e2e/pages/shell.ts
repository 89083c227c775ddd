import type { Locator, Page } from '@playwright/test';

export type PageName =
  | 'Overview'
  | 'Remote Service'
  | 'Licence'
  | 'Services'
  | 'Software updates'
  | 'Activity'
  | 'Diagnostics'
  | 'What is sent'
  | 'About';

/** The frame of every page: the tree, the state, the toasts. */
export class Shell {
  readonly tree: Locator;
  readonly heading: Locator;
  readonly connectionStatus: Locator;

  constructor(readonly page: Page) {
    this.tree = page.getByRole('navigation', { name: 'Pages' });
    this.heading = page.getByRole('heading', { level: 1 });
    this.connectionStatus = page.getByRole('status', { name: 'Connection status' }).first();
  }

  link(name: PageName): Locator {
    return this.tree.getByRole('link', { name, exact: true });
  }

  async goTo(name: PageName): Promise<void> {
    await this.link(name).click();
    await this.page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  }

  /** Any text of the page's content. */
  text(text: string | RegExp): Locator {
    return this.page.getByRole('main').getByText(text).first();
  }
}
