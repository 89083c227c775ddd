export const shell = {
  product: 'Remote Service',
  skip: 'Vai alla pagina',
  pages: 'Pagine',
  menu: 'Menu',
  group: { system: 'Sistema', connectivity: 'Connettività', support: 'Assistenza' },
  page: {
    overview: 'Panoramica',
    remoteService: 'Remote Service',
    licence: 'Licenza',
    activity: 'Attività',
    diagnostics: 'Diagnostica',
    whatIsSent: 'Che cosa viene inviato',
    about: 'Informazioni su',
  },
};
