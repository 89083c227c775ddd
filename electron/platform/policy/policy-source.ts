/** Why a policy that is there is not believed: somebody besides the administrators could have written it. */
export const DISTRUSTS = [
  'writable-by-others',
  'wrong-owner',
  'link',
  'not-a-file',
  'too-large',
  'unreadable',
] as const;
export type Distrust = (typeof DISTRUSTS)[number];

export type PolicyText =
  | { found: false }
  /** `place` is the file, or the registry key, as an administrator knows it. */
  | { found: true; place: string; bytes: Uint8Array }
  | { found: true; place: string; distrust: Distrust };

/** Where an organisation puts its policy for this machine. */
export interface PolicySource {
  /** Never throws: what cannot be read is distrusted. */
  read(): Promise<PolicyText>;
  /** Calls the listener after the policy may have changed, where the system tells; returns how to stop. */
  watch(listener: () => void): () => void;
}

export const POLICY_CAP = 256 * 1024;
