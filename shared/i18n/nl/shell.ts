export const shell = {
  product: 'Remote Service',
  skip: 'Naar de pagina',
  pages: "Pagina's",
  menu: 'Menu',
  group: {
    system: 'Systeem',
    connectivity: 'Connectiviteit',
    serviceSettings: 'Service-instellingen',
    support: 'Ondersteuning',
  },
  page: {
    overview: 'Overzicht',
    remoteService: 'Remote Service',
    licence: 'Licentie',
    services: 'Services',
    updates: 'Software-updates',
    activity: 'Activiteiten',
    diagnostics: 'Diagnose',
    whatIsSent: 'Wat wordt verzonden',
    about: 'Info',
  },
};
