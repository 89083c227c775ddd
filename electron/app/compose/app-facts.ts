import { app } from 'electron';
import type { AppFacts } from '@shared/contract/page/page-contract';
import type { VendorProfile } from '@shared/domain/connection/vendor-profile';
import type { PathStyle } from '@shared/domain/settings/licence-path';
import type { Preferences } from '@shared/domain/settings/preferences';
import { nearestLocale, type Locale } from '@shared/domain/settings/locales';
import { OPERATORS_GROUP } from '@shared/domain/status/service-names';
import type { PersonAccess } from '@electron/app/supervision/connect-as-allowed';

export const localeOf = (language: Locale | null): Locale =>
  language ?? nearestLocale(app.getPreferredSystemLanguages()[0] ?? '');

/** The facts about program and computer that the page receives. */
export const createAppFacts = (
  vendor: VendorProfile,
  fixed: { version: string; pathStyle: PathStyle },
  changing: { locale: Locale; preferences: Preferences; startsAtLogin: boolean | null; may: PersonAccess },
): AppFacts => ({
  appVersion: fixed.version,
  vendorName: vendor.vendorName,
  product: vendor.product,
  helpDeskPhone: vendor.helpDesk.phone,
  pathStyle: fixed.pathStyle,
  locale: changing.locale,
  preferences: changing.preferences,
  startsAtLogin: changing.startsAtLogin,
  access: { may: changing.may, group: OPERATORS_GROUP },
  runtime: `Electron ${process.versions.electron}, Chrome ${process.versions.chrome}`,
});
