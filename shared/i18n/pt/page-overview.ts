export const pageOverview = {
  connection: 'Ligação',
  licence: 'Licença',
  licenceServers: 'Servidores de licenças',
  state: 'Estado',
  nextTry: 'Próxima tentativa',
  organisation: 'Organização de assistência',
  serviceStarting: 'O Print ORS Service está a iniciar.',
  lastSignedProof: 'Última prova assinada',
  noProof: 'Ainda nenhuma',
  allOfLicence: 'Tudo sobre a licença',
  noLicence: 'Ainda não há nenhuma licença.',
  noLicenceServer: 'Não está configurado nenhum servidor de licenças.',
  firstRun: {
    title: 'Três passos até à primeira ligação',
    note: 'Depois disso, as licenças renovam-se automaticamente.',
    identity: {
      title: 'Introduzir o ID da organização de assistência e o código de verificação',
      help: 'Ambos são fornecidos pela organização de assistência.',
      action: 'Introduzir ID e código',
    },
    'licence-server': {
      title: 'Adicionar um servidor de licenças',
      help: 'A pasta a partir da qual o servidor de licenças neste computador lê o seu ficheiro de licença.',
      action: 'Adicionar servidor de licenças',
    },
    connect: {
      title: 'Estabelecer ligação',
      'serial-number':
        'O número de série é lido do ficheiro de licença na pasta da licença. Ainda não há nenhum: colocar ali o primeiro ficheiro de licença.',
      switch: 'Ativar o Remote Service e guardar.',
      connection: 'A ligação está a ser estabelecida. Demora alguns segundos.',
      action: 'Ativar',
    },
  },
  attention: {
    title: 'O que requer atenção',
    notice: 'A verificar',
    'settings-kept-aside': {
      title: 'As definições começam com as predefinições',
      text: 'O ficheiro anterior está conservado como {file}.',
    },
    'refused-licence': { title: 'Uma nova licença foi rejeitada; a instalada mantém-se' },
    clock: {
      title: 'O relógio deste computador parece errado',
      text: 'Mostra {clock}, mas a hora real não pode ser anterior a {floor}. Verificar a data e a hora. Nada é desativado por esse motivo.',
    },
  },
  service: {
    name: 'Print ORS Service',
    state: { running: 'em execução', stopped: 'não está em execução', starting: 'a iniciar' },
    version: 'versão {version}',
    account: 'conta {account}',
    mode: { embedded: 'iniciado por este programa', installed: 'instalado neste computador' },
    keychain: {
      os: 'chaves no repositório de chaves do sistema',
      file: 'chaves num ficheiro protegido',
    },
  },
};
