import type { MissingStep } from '@shared/domain/connection/connection';
import type { Settings } from '@shared/domain/settings/settings';
import {
  codeFingerprint,
  type RegistrationIdentity,
} from '@electron/service/back-office/registration/registration-store';

/** All that a connection is made with; another target is another connection. */
export type Target = {
  identity: RegistrationIdentity;
  sealedCode: string;
  /** A login is in it only where one is to be used. */
  proxy: Pick<Settings['proxy'], 'mode' | 'url'> &
    Partial<Pick<Settings['proxy'], 'scriptUrl' | 'authentication'>>;
  certificates: readonly string[];
};

export type Plan =
  | { state: 'disabled' }
  | { state: 'not-configured'; missing: MissingStep[] }
  | { state: 'ready'; target: Target };

/** Facts of the service beside the settings. */
export type ConnectionConditions = {
  address: string;
  certificates: readonly string[];
  serialNumber: string | null;
  hasLicenceServer: boolean;
};

const proxyOf = ({ mode, url, scriptUrl, authentication }: Settings['proxy']): Target['proxy'] => ({
  mode,
  url,
  ...(mode === 'script' ? { scriptUrl } : {}),
  ...(mode !== 'none' && authentication.enabled ? { authentication } : {}),
});

/** The connection that the settings and the licence require. A serial number is missed only where a server could have one. */
export const planOf = (settings: Settings, around: ConnectionConditions): Plan => {
  if (!settings.remoteService.enabled) return { state: 'disabled' };
  const organisation = settings.remoteService.serviceOrganisationId.trim();
  const sealedCode = settings.remoteService.verificationCode;
  const { serialNumber } = around;
  if (organisation === '' || sealedCode === null || !around.hasLicenceServer || serialNumber === null) {
    const steps: [MissingStep, boolean][] = [
      ['service-organisation-id', organisation === ''],
      ['verification-code', sealedCode === null],
      ['licence-server', !around.hasLicenceServer],
      ['serial-number', around.hasLicenceServer && serialNumber === null],
    ];
    return {
      state: 'not-configured',
      missing: steps.filter(([, isMissing]) => isMissing).map(([step]) => step),
    };
  }
  return {
    state: 'ready',
    target: {
      identity: {
        backOffice: around.address,
        serviceOrganisationId: organisation,
        codeFingerprint: codeFingerprint(sealedCode),
        serialNumber,
      },
      sealedCode,
      proxy: proxyOf(settings.proxy),
      certificates: [...around.certificates, ...settings.certificates],
    },
  };
};
