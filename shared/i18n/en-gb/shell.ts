export const shell = {
  product: 'Remote Service',
  skip: 'Skip to the page',
  pages: 'Pages',
  menu: 'Menu',
  group: {
    system: 'System',
    connectivity: 'Connectivity',
    serviceSettings: 'Service settings',
    support: 'Support',
  },
  page: {
    overview: 'Overview',
    remoteService: 'Remote Service',
    licence: 'Licence',
    services: 'Services',
    updates: 'Software updates',
    activity: 'Activity',
    diagnostics: 'Diagnostics',
    whatIsSent: 'What is sent',
    about: 'About',
  },
};
