export const errorDate = {
  'licence-without-dates': {
    sentence: 'Die Lizenz nennt weder ein Ablaufdatum noch ein Wartungsende.',
    nextStep: 'Nichts zu tun: Es gibt keinen Termin, der vorzumerken wäre.',
  },
  'licence-expires-soon': {
    sentence: 'Die Lizenz läuft bald ab; ihr letzter Tag ist der {day}.',
    nextStep:
      'Bitten Sie Ihre Serviceorganisation, sie zu verlängern. Die neue Lizenz wird automatisch installiert.',
  },
  'licence-expired': {
    sentence: 'Die Lizenz ist abgelaufen; ihr letzter Tag war der {day}.',
    nextStep:
      'Bitten Sie Ihre Serviceorganisation, sie zu verlängern. Die neue Lizenz wird automatisch installiert.',
  },
  'maintenance-ends-soon': {
    sentence: 'Der Wartungszeitraum endet bald; sein letzter Tag ist der {day}.',
    nextStep: 'Ihre Serviceorganisation kann ihn verlängern; Softwareupdates setzen ihn voraus.',
  },
  'maintenance-ended': {
    sentence: 'Der Wartungszeitraum ist abgelaufen; sein letzter Tag war der {day}.',
    nextStep: 'Ihre Serviceorganisation kann ihn verlängern; Softwareupdates setzen ihn voraus.',
  },
};
