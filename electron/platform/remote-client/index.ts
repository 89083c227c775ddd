import type { AssistanceProviderName } from '@shared/domain/assistance/assistance';
import type { AssistanceProvider } from './assistance-provider';
import { createLinuxRustDesk } from './rustdesk-linux';
import { createLinuxTeamViewer } from './teamviewer-linux';
import { createWindowsHost } from '@electron/platform/windows-host';
import { createWindowsProvider } from './windows-provider';

export type { AssistanceProvider, RunningClient } from './assistance-provider';
export { createFakeProvider } from './fake-provider.fixture';

/** The remote assistance program that the vendor profile names, as this operating system keeps it. */
export const createAssistanceProvider = (
  provider: AssistanceProviderName,
  platform: NodeJS.Platform = process.platform,
  environment: NodeJS.ProcessEnv = process.env,
): AssistanceProvider => {
  if (platform === 'win32') {
    return createWindowsProvider(provider, environment, createWindowsHost());
  }
  return provider === 'rustdesk' ? createLinuxRustDesk(environment) : createLinuxTeamViewer(environment);
};
