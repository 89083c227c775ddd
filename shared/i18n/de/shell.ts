export const shell = {
  product: 'Remote Service',
  skip: 'Zur Seite springen',
  pages: 'Seiten',
  menu: 'Menü',
  group: {
    system: 'System',
    connectivity: 'Konnektivität',
    serviceSettings: 'Diensteinstellungen',
    support: 'Support',
  },
  page: {
    overview: 'Übersicht',
    remoteService: 'Remote Service',
    licence: 'Lizenz',
    services: 'Dienste',
    updates: 'Softwareupdates',
    activity: 'Aktivität',
    diagnostics: 'Diagnose',
    whatIsSent: 'Was gesendet wird',
    about: 'Info',
  },
};
