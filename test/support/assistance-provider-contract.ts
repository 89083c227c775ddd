import { expect, it, vi } from 'vitest';
import type { AssistanceProvider } from '@electron/platform/remote-client';

const WAIT = { timeout: 10_000 };

export interface ProviderUnderTest {
  provider: AssistanceProvider;
  link: string | null;
  /** How often the client was started. */
  starts: () => number;
  isRunning: (processId: number) => boolean;
}

/** The rules of every provider, real or fake. */
export const keepsTheContract = (open: () => Promise<ProviderUnderTest> | ProviderUnderTest) => {
  it('finds the client without starting it', async () => {
    const { provider, starts } = await open();
    expect(await provider.find(null)).toMatchObject({ state: 'found' });
    expect(starts()).toBe(0);
  });

  it('starts it, knows it again and ends it', async () => {
    const { provider, link, starts, isRunning } = await open();
    const client = await provider.start({ link, minimumVersion: null });
    await vi.waitFor(() => expect(starts()).toBe(1), WAIT);
    const known = await provider.identify(client.processId);
    expect(known).toMatchObject({ id: client.processId });
    await client.stop();
    await client.ended;
    expect(isRunning(client.processId)).toBe(false);
    expect(await provider.identify(client.processId)).toBeNull();
  });

  it('ends one that it only knows by its number, and leaves a stranger with that number alone', async () => {
    const { provider, link, isRunning } = await open();
    const client = await provider.start({ link, minimumVersion: null });
    const known = await vi.waitFor(async () => {
      const found = await provider.identify(client.processId);
      if (found === null) throw new Error('not known yet');
      return found;
    }, WAIT);
    await provider.end(known);
    await client.ended;
    expect(isRunning(client.processId)).toBe(false);
    await provider.end(known);
    await provider.end({ id: process.pid, mark: 'another' });
  });
};
