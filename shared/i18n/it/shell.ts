export const shell = {
  product: 'Remote Service',
  skip: 'Vai alla pagina',
  pages: 'Pagine',
  menu: 'Menu',
  group: {
    system: 'Sistema',
    connectivity: 'Connettività',
    serviceSettings: 'Impostazioni dei servizi',
    support: 'Assistenza',
  },
  page: {
    overview: 'Panoramica',
    remoteService: 'Remote Service',
    licence: 'Licenza',
    services: 'Servizi',
    updates: 'Aggiornamenti software',
    activity: 'Attività',
    diagnostics: 'Diagnostica',
    whatIsSent: 'Che cosa viene inviato',
    about: 'Informazioni su',
  },
};
