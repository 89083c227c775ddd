import type { Locator, Page } from '@playwright/test';

/** System > Connectivity > Remote Service, tab General settings. */
export class RemoteServicePage {
  readonly enabled: Locator;
  readonly serviceOrganisationId: Locator;
  readonly verificationCode: Locator;
  readonly serialNumber: Locator;
  readonly proxyUrl: Locator;
  readonly licenceServers: Locator;
  readonly addLicenceServer: Locator;
  readonly save: Locator;
  readonly cancel: Locator;

  constructor(readonly page: Page) {
    const box = (name: string) => page.getByRole('textbox', { name, exact: true });
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    this.enabled = page.getByRole('switch', { name: 'Enabled', exact: true });
    this.serviceOrganisationId = box('Service organisation ID');
    // A concealed box has no role of its own; its label is the same.
    this.verificationCode = page.getByLabel('Verification code', { exact: true });
    this.serialNumber = box('Serial number');
    this.proxyUrl = box('Proxy URL');
    this.licenceServers = page.getByRole('table', { name: 'Licence servers' });
    this.addLicenceServer = button('Add licence server');
    this.save = button('Save');
    this.cancel = button('Cancel');
  }

  tab(name: 'General settings' | 'Remote assistance'): Locator {
    return this.page.getByRole('tab', { name, exact: true });
  }
}
