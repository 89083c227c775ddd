import { createHash } from 'node:crypto';
import { keysOf, Policy, type PolicyState } from '@shared/domain/settings/policy';
import { normaliseProxyUrl } from '@shared/domain/settings/proxy-url';
import { SETTING_KEYS } from '@shared/domain/settings/setting-keys';
import type { PolicySource } from '@electron/platform/policy';

/** The policy as it counts now; an empty one where there is none, or none that may be believed. */
export interface PolicyReading {
  policy: Policy;
  /** Null where there is no policy at all. */
  state: PolicyState | null;
  /** Changes with all that a policy changes; '' without one. */
  mark: string;
}

const NONE: Policy = Policy.parse({});

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Sections may be written as in the settings file: `{"proxy": {"mode": ...}}` is `proxy.mode`. */
const flatten = (tree: unknown, prefix = ''): unknown => {
  if (!isTree(tree)) return tree;
  return Object.fromEntries(
    Object.entries(tree).flatMap(([name, value]) => {
      const path = `${prefix}${name}`;
      const isSection = isTree(value) && SETTING_KEYS.some((key) => key.startsWith(`${path}.`));
      return isSection ? Object.entries(flatten(value, `${path}.`) as Tree) : [[path, value] as const];
    }),
  );
};

const oneForm = (settings: Policy['locked']): Policy['locked'] => {
  const url = settings['proxy.url'];
  return url === undefined ? settings : { ...settings, 'proxy.url': normaliseProxyUrl(url) ?? '' };
};

const parsePolicy = (bytes: Uint8Array): { ok: true; policy: Policy } | { ok: false; detail: string } => {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return { ok: false, detail: 'JSON' };
  }
  const flat = isTree(content)
    ? { ...content, defaults: flatten(content['defaults']), locked: flatten(content['locked']) }
    : content;
  const parsed = Policy.safeParse(flat);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
    return { ok: false, detail: [...(issue?.path ?? []).map(String), ...unknown].join('.').slice(0, 200) };
  }
  const { defaults, locked } = parsed.data;
  return { ok: true, policy: { ...parsed.data, defaults: oneForm(defaults), locked: oneForm(locked) } };
};

const markOf = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex').slice(0, 16);

const without = (problem: NonNullable<PolicyState['problem']>): PolicyReading => ({
  policy: NONE,
  state: { lockedBy: '', locked: [], problem },
  mark: markOf(JSON.stringify(problem)),
});

/** Reads the policy whole or not at all: one wrong value, and none of it counts, which is said. Never throws. */
export const readPolicy = async (source: PolicySource): Promise<PolicyReading> => {
  const text = await source.read();
  if (!text.found) return { policy: NONE, state: null, mark: '' };
  const { place } = text;
  if ('distrust' in text) {
    return without({ code: 'policy-untrusted', params: { file: place, why: text.distrust } });
  }
  const parsed = parsePolicy(text.bytes);
  if (!parsed.ok) return without({ code: 'policy-invalid', params: { file: place, detail: parsed.detail } });
  const { policy } = parsed;
  return {
    policy,
    state: { lockedBy: policy.lockedBy, locked: keysOf(policy.locked), problem: null },
    mark: markOf(text.bytes),
  };
};
