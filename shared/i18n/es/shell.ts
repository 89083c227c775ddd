export const shell = {
  product: 'Remote Service',
  skip: 'Ir a la página',
  pages: 'Páginas',
  menu: 'Menú',
  group: {
    system: 'Sistema',
    connectivity: 'Conectividad',
    serviceSettings: 'Configuración de los servicios',
    support: 'Soporte',
  },
  page: {
    overview: 'Información general',
    remoteService: 'Remote Service',
    licence: 'Licencia',
    services: 'Servicios',
    updates: 'Actualizaciones de software',
    activity: 'Actividad',
    diagnostics: 'Diagnóstico',
    whatIsSent: 'Datos enviados',
    about: 'Acerca de',
  },
};
