import { describe, expect, it, vi } from 'vitest';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { createFakeServiceControl } from '@electron/platform/service-control';
import { createAuditedServiceControl } from './audited-service-control';

const setUp = (state: 'running' | 'stopped') => {
  const events: string[] = [];
  const inner = createFakeServiceControl({ state });
  const act = inner.act.bind(inner);
  inner.act = async (action, options) => {
    events.push(`does ${action}`);
    await act(action, options);
  };
  const note = ({ action }: { action: string }) => {
    events.push(`notes ${action}`);
    return Promise.resolve({ ok: true });
  };
  const reach = vi.fn(() => Promise.resolve({ lifetime: { note } } as unknown as ServiceClient));
  return { events, reach, control: createAuditedServiceControl(inner, reach) };
};

describe('what a person asks of the service', () => {
  it.each([
    ['running', 'stop', ['notes stop', 'does stop']],
    ['running', 'restart', ['notes restart', 'does restart']],
    ['stopped', 'start', ['does start', 'notes start']],
    ['running', 'start', ['does start']],
  ] as const)('of a %s one: %s is noted while somebody can write it', async (state, action, expected) => {
    const { events, control } = setUp(state);
    await control.act(action, { mayAsk: false });
    expect(events).toEqual(expected);
  });

  it('is done also where nobody can write it', async () => {
    const { control, reach } = setUp('running');
    reach.mockResolvedValue(null as unknown as ServiceClient);
    await control.act('stop', { mayAsk: false });
    expect((await control.status()).state).toBe('stopped');
  });
});
