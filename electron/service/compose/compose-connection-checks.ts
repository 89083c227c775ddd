import type { Settings } from '@shared/domain/settings/settings';
import type { VendorProfile } from '@shared/domain/connection/vendor-profile';
import type { ConnectionDependencies } from '@electron/service/back-office/connection/connection-dependencies';
import type {
  CheckDependencies,
  TransportObserver,
} from '@electron/service/network/check/check-dependencies';
import { ConnectionChecks } from '@electron/service/network/check/connection-checks';

type OpenHttp = (
  options: Parameters<ConnectionDependencies['openHttp']>[0] & TransportObserver,
) => ReturnType<ConnectionDependencies['openHttp']>;

/** The checks of the connection, each over a way of its own that is opened as the connection's is. */
export const composeConnectionChecks = ({
  vendor,
  openHttp,
  ...rest
}: Omit<CheckDependencies, 'vendor' | 'openHttp'> & { vendor: VendorProfile; openHttp: OpenHttp }) =>
  new ConnectionChecks({
    ...rest,
    vendor,
    openHttp: ({ proxy, certificates }: Settings, watch) =>
      openHttp({
        address: vendor.backOffice,
        proxy,
        certificates: [...vendor.certificates, ...certificates],
        ...watch,
      }),
  });
