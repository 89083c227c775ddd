import type { AppContract } from './page-contract';

/** A call or an event of the page's contract, by its whole name. */
export type PageChannel = {
  [D in keyof AppContract]: `${D}.${keyof AppContract[D] & string}`;
}[keyof AppContract];

export const WINDOW_KINDS = ['main', 'request', 'session'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

/** With this and its kind behind it each window is told what it is; the app asks nobody but its own list. */
export const WINDOW_KIND_SWITCH = '--window-kind=';

const SEEN_BY_ALL = ['app.facts', 'app.factsChanged', 'status.read', 'status.changed'] as const;

/** The answers to a request of remote assistance are given in its own window, and nowhere else. */
const ANSWERS = ['assistance.allow', 'assistance.deny'] as const satisfies readonly PageChannel[];

/** What the small windows of remote assistance need; nothing else reaches them. */
const SMALL: Record<Exclude<WindowKind, 'main'>, readonly PageChannel[]> = {
  request: [...SEEN_BY_ALL, ...ANSWERS],
  session: [...SEEN_BY_ALL, 'assistance.stop', 'assistance.extend'],
};

/** Whether a window of this kind may use the channel; a channel that nobody knows is for none. */
export const isForWindow = (kind: WindowKind, channel: string): boolean =>
  kind === 'main'
    ? !(ANSWERS as readonly string[]).includes(channel)
    : (SMALL[kind] as readonly string[]).includes(channel);
