export const pageLicence = {
  inForce: 'Licença em vigor',
  inForceNote: 'O que concede a licença mais recente da organização de assistência.',
  customer: 'Cliente',
  lastChange: 'Última alteração',
  hostId: 'ID do anfitrião',
  fileDate: 'Data do ficheiro',
  noSequence: 'O ficheiro veio sem número',
  installedFile: 'Ficheiro de licença instalado',
  featuresOn: 'Funcionalidades em {name}',
  service: 'Serviço de licenças',
  serving: {
    serving: 'Ativo na porta {port} de {host}',
    'not-serving': 'Ainda não ativo em {host}',
    'not-asked': 'Ainda não consultado',
  },
  servingNote: {
    serving: 'consultado em {time}',
    'not-serving': 'consultado em {time}; talvez ainda tenha de ser iniciado',
    'not-asked': 'É consultado por Verificar ligação e por cada nova licença',
  },
  noFile: 'Ainda não foi lido aqui nenhum ficheiro de licença.',
  stopped: 'O que está instalado é mostrado assim que o serviço estiver em execução.',
  setUp: {
    title: 'Configurar um servidor de licenças',
    text: 'Indicar a pasta a partir da qual o servidor de licenças lê o seu ficheiro de licença. O número de série é então lido a partir dele e as novas licenças são instaladas nessa pasta.',
  },
};
