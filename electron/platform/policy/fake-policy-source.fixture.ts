import type { PolicySource, PolicyText } from './policy-source';

export interface FakePolicySource extends PolicySource {
  /** Puts a policy in place, or takes it away, and tells whoever watches. */
  set(text: PolicyText): void;
}

/** For tests: no policy until one is set. */
export const createFakePolicySource = (policy?: object): FakePolicySource => {
  const listeners = new Set<() => void>();
  const textOf = (content: object): PolicyText => ({
    found: true,
    place: '/etc/remote-service/policy.json',
    bytes: new TextEncoder().encode(JSON.stringify(content)),
  });
  let current: PolicyText = policy === undefined ? { found: false } : textOf(policy);
  return {
    read: () => Promise.resolve(current),
    watch: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    set: (text) => {
      current = text;
      for (const listener of listeners) listener();
    },
  };
};
