import { describe, expect, it, vi } from 'vitest';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import type { Notice } from '@shared/domain/status/status';
import type { StatusChange } from '@shared/domain/status/status-change';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { StatusStore } from './status-store';

const first = stoppedStatus(
  viewOf(defaultSettings()),
  { version: '1', mode: 'embedded', isStarting: true },
  0,
);
const notice = (code: Notice['code']): Notice => ({ code, params: {}, since: '2026-11-02T00:00:00Z' });

describe('the status of the service', () => {
  it('is told once for all that changed in one turn, with the newest content', async () => {
    const publish = vi.fn<(change: StatusChange) => void>();
    const store = new StatusStore(first, publish);
    store.update({ lastSignedProof: '2026-11-02T00:00:00Z' });
    store.update({ lastSignedProof: '2026-11-03T00:00:00Z' });
    await vi.waitFor(() => expect(publish).toHaveBeenCalled());
    expect(publish).toHaveBeenCalledOnce();
    expect(publish.mock.lastCall?.[0]).toMatchObject({ from: 0, rev: 2 });
    expect(publish.mock.lastCall?.[0].status).toEqual({ lastSignedProof: '2026-11-03T00:00:00Z' });
    store.update({ lastSignedProof: null });
    await vi.waitFor(() => expect(publish).toHaveBeenCalledTimes(2));
  });

  it('says nothing where nothing is new, and names the last word as what the next one follows', async () => {
    const publish = vi.fn<(change: StatusChange) => void>();
    const store = new StatusStore(first, publish);
    store.update({ lastSignedProof: first.lastSignedProof });
    await new Promise((resolve) => setImmediate(resolve));
    expect(publish).not.toHaveBeenCalled();
    store.update({ lastSignedProof: '2026-11-03T00:00:00Z' });
    await vi.waitFor(() => expect(publish).toHaveBeenCalledOnce());
    expect(publish.mock.lastCall?.[0]).toMatchObject({ from: 0, rev: 2 });
  });

  it('keeps the notices of its parts apart', () => {
    const store = new StatusStore(first, vi.fn());
    store.setNotices('settings', [notice('settings-broken')]);
    store.setNotices('licence', [notice('unknown-content')]);
    store.update({ lastSignedProof: null });
    expect(store.current.notices.map(({ code }) => code)).toEqual(['settings-broken', 'unknown-content']);
    store.setNotices('settings', []);
    expect(store.current.notices.map(({ code }) => code)).toEqual(['unknown-content']);
  });

  it('has another epoch with every start', () => {
    expect(new StatusStore(first, vi.fn()).snapshot().epoch).not.toBe(
      new StatusStore(first, vi.fn()).snapshot().epoch,
    );
  });
});
