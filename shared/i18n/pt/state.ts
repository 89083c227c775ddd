import { assistanceActivity } from './assistance';

export const connection = {
  label: 'Estado da ligação',
  state: {
    disabled: 'Desativado',
    'not-configured': 'Ainda não configurado',
    'service-stopped': 'Serviço não está em execução',
    connecting: 'A estabelecer ligação',
    connected: 'Ligação estabelecida',
    failed: 'Falha na ligação',
  },
  explain: {
    disabled: 'O Remote Service está desativado. Não há ligação ao back office.',
    'not-configured': 'Faltam alguns passos para poder estabelecer uma ligação.',
    'service-stopped':
      'O Print ORS Service não está em execução, pelo que não há ligação e as licenças aguardam.',
    connecting: 'A ligação ao back office está a ser estabelecida.',
    connected: 'Há ligação ao back office.',
    failed: 'Não há ligação ao back office.',
  },
  since: 'desde {time}',
  nextTry: 'Próxima tentativa em {time}',
  missing: {
    'service-organisation-id': 'Introduzir o ID da organização de assistência',
    'verification-code': 'Introduzir o código de verificação',
    'licence-server': 'Adicionar um servidor de licenças',
    'serial-number': 'Colocar um ficheiro de licença com número de série na pasta da licença',
  },
};

export const licenceServer = {
  state: {
    'up-to-date': 'Atualizado',
    behind: 'A aguardar a nova licença',
    installing: 'A ser atualizado',
    failing: 'Não é possível atualizar',
    'waiting-for-operator': 'A copiar manualmente',
    'copied-by-hand': 'Copiado manualmente',
    'kept-by-hand': 'Outra licença mantida manualmente',
    unknown: 'Ainda desconhecido',
  },
  kind: { local: 'Local', remote: 'Remoto' },
};

export const licenceDifference = {
  reason: {
    initial: 'Primeira licença',
    'maintenance-extended': 'Manutenção prolongada',
    'features-added': 'Funcionalidades adicionadas',
    'users-added': 'Utilizadores adicionados',
    replacement: 'Licença substituída',
  },
  users: 'Utilizadores {from} → {to}',
  usersFirst: 'Utilizadores {to}',
  maintenance: 'manutenção até {to}',
  expiry: 'válida até {to}',
  expiryPerpetual: 'válida sem data de fim',
  featureAdded: '{name} adicionada ({quantity})',
  featureRemoved: '{name} removida',
  featureQuantity: '{name} {from} → {to}',
  featureExpiry: '{name} válida até {to}',
  featureExpiryPerpetual: '{name} válida sem data de fim',
  nothing: 'sem alteração de funcionalidades, utilizadores ou datas',
};

export const activity = {
  kind: {
    'service-started': 'Print ORS Service iniciado',
    'service-stopped': 'Print ORS Service parado',
    'service-control': 'Pedido para iniciar, parar ou reiniciar',
    'settings-applied': 'Definições em vigor',
    'settings-broken': 'Não foi possível ler o ficheiro de definições',
    'policy-ignored': 'Política ignorada',
    connected: 'Ligação ao back office estabelecida',
    'connection-failed': 'Falha na ligação',
    'connection-disabled': 'Ligação desativada',
    registered: 'Registado na organização de assistência',
    'registration-ended': 'Registo terminado pela organização de assistência',
    'licence-received': 'Nova licença recebida',
    'licence-refused': 'Licença rejeitada',
    'licence-changed': 'O que a nova licença alterou',
    'licence-installed': 'Licença instalada',
    'licence-install-failed': 'Não foi possível instalar a licença',
    'licence-rolled-back': 'Licença reposta como estava',
    'licence-recovered': 'Instalação interrompida concluída',
    'licence-imported': 'Licença fornecida pelo operador',
    'licence-file-imported': 'Ficheiro de licença sem assinatura colocado pelo operador',
    'licence-restored': 'Ficheiro de licença anterior reposto pelo operador',
    'licence-file-saved': 'Ficheiro de licença guardado pelo operador',
    'licence-request-made': 'Pedido de licença feito pelo operador',
    'key-set-renewed': 'Chaves da organização de assistência renovadas',
    'key-set-refused': 'Chaves da organização de assistência rejeitadas',
    'reread-done': 'Pedido ao servidor de licenças que releia o seu ficheiro',
    'reread-failed': 'O comando de releitura falhou',
    'expiry-notice': 'Fim da validade da licença anunciado',
    'maintenance-notice': 'Fim da manutenção anunciado',
    'clock-suspect': 'O relógio deste computador parece errado',
    'event-skipped': 'Mensagem de tipo desconhecido ignorada',
    announcement: 'Mensagem da organização de assistência',
    'try-again': 'Nova tentativa a pedido',
    'release-index-refused': 'A lista de versões do software foi rejeitada',
    'release-offered': 'Há uma atualização disponível',
    'update-download-asked': 'Transferência da atualização pedida',
    'update-paused': 'Transferência da atualização em pausa',
    'update-downloaded': 'Atualização transferida e verificada',
    'update-refused': 'Atualização transferida rejeitada',
    'update-install-asked': 'Instalação da atualização iniciada',
    'update-installed': 'Atualização instalada',
    'connection-checked': 'Ligação verificada',
    'licence-marked-as-copied': 'Licença marcada como copiada manualmente',
    'licence-found-copied': 'Encontrada a licença copiada manualmente',
    'entitlement-skipped': 'Atualização instalada sem perguntar se a manutenção a abrange',
    ...assistanceActivity,
  },
  actor: {
    service: 'Print ORS Service',
    operator: 'Operador',
    'back-office': 'Organização de assistência',
  },
};

export const consequence = {
  connects: 'Ao guardar, esta instalação é ligada ao back office.',
  disconnects:
    'Ao guardar, terminam a ligação ao back office e uma sessão de assistência remota em curso; as licenças aguardam até ser novamente ativada.',
  'registers-again': 'Ao guardar, esta instalação é registada novamente.',
  reconnects: 'Ao guardar, o Print ORS Service restabelece a ligação.',
  'licence-servers-read': 'Ao guardar, os servidores de licenças são lidos novamente.',
  'licence-server-removed': 'Depois de guardar, um servidor de licenças deixa de ser atualizado.',
};

export const notification = {
  licenceInstalled: 'Nova licença instalada',
  connectionFailed: 'Falha na ligação',
  connectionBack: 'Ligação restabelecida',
};

export const tray = {
  stopAssistance: 'Parar assistência remota',
  assistance: 'A assistência remota está em curso',
  open: 'Abrir o Remote Service',
  tryNow: 'Tentar novamente a ligação',
  check: 'Verificar ligação',
  quit: 'Sair',
  view: 'Ver',
  zoomIn: 'Texto maior',
  zoomOut: 'Texto menor',
  resetZoom: 'Tamanho normal do texto',
  close: 'Fechar janela',
  tooltip: 'Remote Service: {state}',
};
