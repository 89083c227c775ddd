import { placeOf, type ControlId } from '@shared/domain/settings/control-numbers';
import type { Translate } from './translator';

/** Where a control is, as its page and tab are named: `Remote Service > General settings`. */
export const controlPlaceWords = (id: ControlId, translate: Translate): string => {
  const { page, tab } = placeOf(id);
  if (page === null) return translate('control.everyPage');
  const words = [translate(`shell.page.${page}`)];
  if (tab === 'general') words.push(translate('page.remoteService.general'));
  if (tab === 'assistance') words.push(translate('page.remoteService.assistance.title'));
  return words.join(' > ');
};
