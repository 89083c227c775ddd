import { describe, expect, it } from 'vitest';
import { defaultSettings, draftOf, Settings, SettingsDraft, SettingsView, viewOf } from './settings';

const sealed = 'a.b.c.d.e';
const withSecrets: Settings = {
  ...defaultSettings(),
  remoteService: { enabled: true, serviceOrganisationId: 'SO-1', verificationCode: sealed },
};

describe('settings', () => {
  it('load from an empty object with every default', () => {
    const settings = Settings.parse({});
    expect(settings.remoteService.enabled).toBe(false);
    expect(settings.proxy.mode).toBe('none');
    expect(settings.remoteAssistance).toEqual({ allowed: false, endsAfterHours: 8, historyMonths: 12 });
  });

  it.each([
    { unknown: 1 },
    { remoteService: { enabled: 'yes' } },
    { remoteService: { verificationCode: 'in clear' } },
    { version: 3 },
    { licenceServers: [{ id: 'a', name: 'A', kind: 'local', path: '/x', fileName: '../x' }] },
  ])('refuse %j', (value) => expect(Settings.safeParse(value).success).toBe(false));

  it('show a secret only as set or not set', () => {
    const view = SettingsView.parse(viewOf(withSecrets));
    expect(view.remoteService.verificationCode).toEqual({ isSet: true });
    expect(view.proxy.authentication.password).toEqual({ isSet: false });
    expect(JSON.stringify(view)).not.toContain(sealed);
  });

  it('become a draft that keeps every secret', () => {
    const draft = SettingsDraft.parse(draftOf(viewOf(withSecrets)));
    expect(draft.remoteService.verificationCode).toEqual({ action: 'keep' });
  });
});
