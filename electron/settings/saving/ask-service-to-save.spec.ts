import { expect, it, vi } from 'vitest';
import { AppError } from '@shared/errors/app-error';
import { defaultSettings, draftOf, viewOf, type SettingsDraft } from '@shared/domain/settings/settings';
import type { SaveResult } from '@shared/domain/settings/settings-state';
import { createServiceSettingsWriter, type ServiceSaving } from './ask-service-to-save';
import type { SettingsWriter } from './settings-writer';

const view = viewOf(defaultSettings());
const plain = draftOf(view);
const draft: SettingsDraft = {
  ...plain,
  remoteService: { ...plain.remoteService, verificationCode: { action: 'set', value: ' CANARY-1 ' } },
};
const saved: SaveResult = {
  saved: true,
  state: { revision: 'r', settings: view, keptAside: null, policy: null },
};

const world = (answer: () => Promise<SaveResult>, withoutService: SettingsWriter | null = null) => {
  const asked = vi.fn<ServiceSaving['ask']>(answer);
  const seal = vi.fn((value: string) => Promise.resolve(`sealed ${value.length}`));
  return { asked, seal, writer: createServiceSettingsWriter({ ask: asked, seal, withoutService }) };
};
const stopped = () => Promise.reject(new AppError('service-stopped'));

it('has the service save, and sends it no secret in the clear', async () => {
  const { writer, asked, seal } = world(() => Promise.resolve(saved));
  expect(await writer.save('r', draft)).toBe(saved);
  expect(seal).toHaveBeenCalledWith('CANARY-1');
  expect(asked).toHaveBeenCalledWith('r', expect.objectContaining({ language: null }));
  expect(asked.mock.calls[0]?.[1]).toMatchObject({
    remoteService: { verificationCode: { action: 'set', sealed: 'sealed 8' } },
    proxy: { authentication: { password: { action: 'keep' } } },
  });
  expect(JSON.stringify(asked.mock.calls)).not.toContain('CANARY');
});

it('says that the service has to run, where it does not', async () => {
  const { writer } = world(stopped);
  await expect(writer.save('r', draft)).rejects.toMatchObject({ code: 'settings-need-service' });
  await expect(writer.keepAside()).rejects.toMatchObject({ code: 'settings-need-service' });
});

it('writes without a service that does not run, where the account may', async () => {
  const save = vi.fn(() => Promise.resolve(saved));
  const own = { save, keepAside: vi.fn() };
  const { writer } = world(stopped, own);
  expect(await writer.save('r', draft)).toBe(saved);
  expect(save).toHaveBeenCalledWith('r', draft);
});

it('writes nothing itself when the service refuses', async () => {
  const save = vi.fn(() => Promise.resolve(saved));
  const refusal = () => Promise.reject(new AppError('settings-changed-meanwhile'));
  const { writer } = world(refusal, { save, keepAside: vi.fn() });
  await expect(writer.save('r', draft)).rejects.toMatchObject({ code: 'settings-changed-meanwhile' });
  expect(save).not.toHaveBeenCalled();
});
