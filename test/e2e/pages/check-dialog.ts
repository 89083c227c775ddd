import type { Locator, Page } from '@playwright/test';

/** The dialog "Check connection", from General settings. */
export class CheckDialog {
  readonly openButton: Locator;
  readonly credentials: Locator;
  readonly box: Locator;
  readonly verdict: Locator;
  readonly stages: Locator;

  constructor(readonly page: Page) {
    this.openButton = page.getByRole('main').getByRole('button', { name: 'Check connection', exact: true });
    this.credentials = page.getByRole('textbox', { name: 'Remote assistance credentials', exact: true });
    this.box = page.getByRole('dialog', { name: 'Check connection' });
    this.verdict = this.box.getByRole('status').first();
    this.stages = this.box.getByRole('list', { name: 'Check connection' }).locator('> li');
  }

  button(name: 'Cancel' | 'Check again' | 'Copy as text'): Locator {
    return this.box.getByRole('button', { name, exact: true });
  }

  /** The row of a stage, by the beginning of its title. */
  stage(title: string): Locator {
    return this.stages.filter({ hasText: title });
  }
}
