import { describe, expect, it } from 'vitest';
import { Settings } from '@shared/domain/settings/settings';
import { planOf, type ConnectionConditions } from './connection-plan';

const SEALED = 'a.b.c.d.e';
const around: ConnectionConditions = {
  address: 'https://back-office.example/api/v1',
  certificates: ['vendor'],
  serialNumber: 'SN-1',
  hasLicenceServer: true,
};
const settings = (remoteService: object, rest: object = {}) => Settings.parse({ remoteService, ...rest });
const complete = { enabled: true, serviceOrganisationId: 'SO-1', verificationCode: SEALED };

describe('planOf', () => {
  it('is disabled, whatever else is set', () => {
    expect(planOf(settings({ ...complete, enabled: false }), around)).toEqual({ state: 'disabled' });
  });

  it('names every missing step in order', () => {
    const bare = { ...around, hasLicenceServer: false, serialNumber: null };
    expect(planOf(settings({ enabled: true, serviceOrganisationId: '  ' }), bare)).toEqual({
      state: 'not-configured',
      missing: ['service-organisation-id', 'verification-code', 'licence-server'],
    });
    expect(planOf(settings(complete), { ...around, serialNumber: null })).toEqual({
      state: 'not-configured',
      missing: ['serial-number'],
    });
  });

  it('is another target for another organisation, code, serial number, proxy or certificate', () => {
    const plans = [
      planOf(settings(complete), around),
      planOf(settings({ ...complete, serviceOrganisationId: 'SO-2' }), around),
      planOf(settings({ ...complete, verificationCode: 'a.b.c.d.f' }), around),
      planOf(settings(complete), { ...around, serialNumber: 'SN-2' }),
      planOf(settings(complete, { proxy: { mode: 'manual', url: 'proxy:3128' } }), around),
      planOf(settings(complete, { certificates: ['mine'] }), around),
    ].map((plan) => JSON.stringify(plan));
    expect(new Set(plans).size).toBe(plans.length);
  });

  it('stays the same target for settings that do not concern it', () => {
    const other = settings(complete, { language: 'it', notices: { days: [1] } });
    expect(planOf(other, around)).toEqual(planOf(settings(complete), around));
  });
});
