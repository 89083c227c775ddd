export const shell = {
  product: 'Remote Service',
  skip: 'Ir para a página',
  pages: 'Páginas',
  menu: 'Menu',
  group: {
    system: 'Sistema',
    connectivity: 'Conectividade',
    serviceSettings: 'Definições dos serviços',
    support: 'Suporte',
  },
  page: {
    overview: 'Visão geral',
    remoteService: 'Remote Service',
    licence: 'Licença',
    services: 'Serviços',
    updates: 'Atualizações de software',
    activity: 'Atividade',
    diagnostics: 'Diagnóstico',
    whatIsSent: 'O que é enviado',
    about: 'Acerca de',
  },
};
