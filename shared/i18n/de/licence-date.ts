export const licenceDate = {
  save: 'Termine für den Kalender speichern',
  saved: 'Als {file} gespeichert',
  fileName: 'lizenztermine.ics',
  calendar: {
    expiry: '{product}: Die Lizenz läuft ab',
    maintenance: '{product}: Die Wartung endet',
    description: '{day} ist der letzte Tag (UTC). Seriennummer {serialNumber}. {text}',
  },
  expiry: {
    ahead: 'Die Lizenz läuft am {day} ab, {when}',
    today: 'Die Lizenz läuft heute ab: {day} ist ihr letzter Tag',
    past: 'Die Lizenz ist abgelaufen: {day} war ihr letzter Tag',
    text: 'Bitten Sie Ihre Serviceorganisation, sie zu verlängern. Die neue Lizenz wird automatisch installiert.',
  },
  maintenance: {
    ahead: 'Die Wartung endet am {day}, {when}',
    today: 'Die Wartung endet heute: {day} ist ihr letzter Tag',
    past: 'Die Wartung ist abgelaufen: {day} war ihr letzter Tag',
    text: 'Softwareupdates setzen einen gültigen Wartungszeitraum voraus. Ihre Serviceorganisation kann ihn verlängern.',
  },
};
