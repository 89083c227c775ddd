export const shell = {
  product: 'Remote Service',
  skip: 'Aller à la page',
  pages: 'Pages',
  menu: 'Menu',
  group: {
    system: 'Système',
    connectivity: 'Connectivité',
    serviceSettings: 'Paramètres des services',
    support: 'Support',
  },
  page: {
    overview: "Vue d'ensemble",
    remoteService: 'Remote Service',
    licence: 'Licence',
    services: 'Services',
    updates: 'Mises à jour logicielles',
    activity: 'Activité',
    diagnostics: 'Diagnostic',
    whatIsSent: 'Données envoyées',
    about: 'À propos',
  },
};
