import { createLinuxPolicySource } from './linux-policy-source';
import type { PolicySource } from './policy-source';
import { createWindowsPolicySource } from './windows-policy-source';

export { createFakePolicySource, type FakePolicySource } from './fake-policy-source.fixture';
export type { PolicySource } from './policy-source';

/** No variable and no argument leads elsewhere: whoever could choose the place could choose the policy. */
export const createPolicySource = (platform: NodeJS.Platform = process.platform): PolicySource =>
  platform === 'win32' ? createWindowsPolicySource() : createLinuxPolicySource();
