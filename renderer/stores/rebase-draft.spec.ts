import { draftOf, type LicenceServerDraft } from '@shared/domain/settings/settings';
import { expect, it } from 'vitest';
import { settingsFixture } from '@renderer/bridge/status.fixture';
import { rebaseDraft } from './rebase-draft';

const base = settingsFixture();
const [main] = base.licenceServers;
if (main === undefined) throw new Error('The fixture has a licence server');
const other = { ...main, id: 'other', name: 'Other', path: '/srv/other' };
const servers = (list: LicenceServerDraft[]) => list.map(({ id, name, path }) => [id, name, path]);

it('keeps what was edited and takes the rest from elsewhere', () => {
  const draft = draftOf(base);
  draft.remoteService = { ...draft.remoteService, verificationCode: { action: 'set', value: 'new' } };
  draft.proxy = { ...draft.proxy, mode: 'manual', url: 'proxy:1' };
  const theirs = {
    ...base,
    remoteService: { ...base.remoteService, serviceOrganisationId: 'SO-9' },
    proxy: { ...base.proxy, url: 'other:2' },
  };
  const merged = rebaseDraft(draft, base, theirs);
  expect(merged.remoteService).toEqual({
    enabled: true,
    serviceOrganisationId: 'SO-9',
    verificationCode: { action: 'set', value: 'new' },
  });
  expect(merged.proxy).toMatchObject({ mode: 'manual', url: 'proxy:1' });
});

it('merges licence servers row by row', () => {
  const draft = draftOf(base);
  draft.licenceServers = [
    { ...main, path: '/srv/mine' },
    { ...other, id: null, name: 'Mine' },
  ];
  const theirs = { ...base, licenceServers: [{ ...main, name: 'Renamed' }, other] };
  expect(servers(rebaseDraft(draft, base, theirs).licenceServers)).toEqual([
    ['main', 'Renamed', '/srv/mine'],
    ['other', 'Other', '/srv/other'],
    [null, 'Mine', '/srv/other'],
  ]);
});

it('leaves out what either side removed, unless the draft had edited it', () => {
  const draft = draftOf(base);
  const gone = { ...base, licenceServers: [] };
  expect(rebaseDraft(draft, base, gone).licenceServers).toEqual([]);
  expect(rebaseDraft({ ...draft, licenceServers: [] }, base, base).licenceServers).toEqual([]);
  const edited = { ...draft, licenceServers: [{ ...main, path: '/srv/mine' }] };
  expect(servers(rebaseDraft(edited, base, gone).licenceServers)).toEqual([
    [null, 'Main server', '/srv/mine'],
  ]);
});
