export const errorConnection = {
  'untrusted-sender': {
    sentence: 'O pedido não veio de uma página deste programa e foi rejeitado.',
    nextStep: 'Fechar o programa e abri-lo novamente.',
  },
  'bad-input': {
    sentence: 'O pedido não foi compreendido.',
    nextStep: 'Verificar o que foi introduzido e tentar novamente.',
  },
  internal: {
    sentence: 'Ocorreu um erro dentro do programa.',
    nextStep:
      'Tentar novamente. Se voltar a acontecer, comunicar ao suporte técnico a referência indicada em Detalhes.',
  },
  'page-broken': {
    sentence: 'A janela deixou de funcionar várias vezes seguidas.',
    nextStep:
      'Tentar novamente, ou terminar a sessão neste computador e iniciá-la de novo. O Print ORS Service não depende da janela e continua.',
  },
  'not-allowed': {
    sentence: 'Esta conta de utilizador não tem autorização para o fazer.',
    nextStep: 'Pedir a um membro do grupo de operadores que o faça.',
  },
  'not-operator': {
    sentence:
      'Esta conta de utilizador não é membro do grupo {group}, pelo que o Print ORS Service não lhe responde.',
    nextStep:
      'Pedir ao administrador deste computador que a adicione ao grupo, terminar a sessão e voltar a iniciá-la.',
  },
  'service-stopped': {
    sentence: 'O Print ORS Service não está em execução.',
    nextStep: 'Iniciar o Print ORS Service.',
  },
  'service-untrusted': {
    sentence: 'Outro programa está no lugar do Print ORS Service, pelo que nada lhe foi enviado.',
    nextStep: 'Informar o administrador do sistema; a pasta do serviço pode ter sido alterada.',
  },
  'service-version': {
    sentence: 'O programa e o Print ORS Service têm versões diferentes.',
    nextStep: 'Fechar o programa e abri-lo novamente; se não resultar, instalá-lo de novo.',
  },
  'service-busy': {
    sentence: 'O Print ORS Service tem demasiados pedidos em aberto.',
    nextStep: 'Aguardar um momento e tentar novamente.',
  },
  'service-already-running': {
    sentence: 'O Print ORS Service já está em execução para esta pasta de dados.',
    nextStep: 'Utilizar o serviço em execução ou pará-lo primeiro.',
  },
  'socket-in-the-way': {
    sentence: 'Em {file} existe algo que não pertence ao Print ORS Service, pelo que o serviço não inicia.',
    nextStep: 'Descobrir o que é, removê-lo e iniciar novamente o Print ORS Service.',
  },
  'verification-code-wrong': {
    sentence: 'A organização de assistência não aceita o código de verificação.',
    nextStep: 'Pedir o código atual ao suporte técnico e introduzi-lo em Código de verificação.',
  },
  'registration-blocked': {
    sentence: 'A organização de assistência bloqueou esta instalação.',
    nextStep: 'Contactar o suporte técnico.',
  },
  'organisation-unknown': {
    sentence: 'Não existe nenhuma organização de assistência com este ID.',
    nextStep: 'Verificar o ID da organização de assistência; o suporte técnico conhece-o.',
  },
  'serial-number-unknown': {
    sentence: 'A organização de assistência não conhece este número de série.',
    nextStep:
      'Verificar em Sistema, Licença se está instalada a licença correta e contactar depois o suporte técnico.',
  },
  'installation-removed': {
    sentence: 'A organização de assistência removeu esta instalação.',
    nextStep: 'Contactar o suporte técnico e escolher depois Tentar novamente.',
  },
  'registration-ended': {
    sentence: 'A organização de assistência terminou o registo desta instalação.',
    nextStep: 'Contactar o suporte técnico e escolher depois Tentar novamente.',
  },
  'token-refused': {
    sentence: 'O back office já não aceita esta instalação, mesmo depois de um novo registo.',
    nextStep: 'Contactar o suporte técnico e escolher depois Tentar novamente.',
  },
  'back-office-name-not-found': {
    sentence: 'O nome do back office não foi encontrado na rede.',
    nextStep: 'Verificar a ligação à rede e o servidor DNS deste computador.',
  },
  'back-office-unreachable': {
    sentence: 'O back office não está acessível.',
    nextStep: 'Verificar a ligação à rede. A tentativa é repetida automaticamente.',
  },
  'back-office-timed-out': {
    sentence: 'O back office não respondeu a tempo.',
    nextStep:
      'Não é necessário fazer nada: a tentativa é repetida automaticamente. Se persistir, verificar a ligação à rede.',
  },
  'back-office-busy': {
    sentence: 'O back office está ocupado e pede que se aguarde.',
    nextStep: 'Não é necessário fazer nada: a tentativa é repetida automaticamente.',
  },
  'back-office-error': {
    sentence: 'O próprio back office tem um problema.',
    nextStep:
      'Não é necessário fazer nada: a tentativa é repetida automaticamente. Se persistir, contactar o suporte técnico.',
  },
  'back-office-forbids': {
    sentence: 'O back office, ou algo no caminho até ele, não deixa entrar este computador.',
    nextStep:
      'A tentativa é repetida automaticamente. Se persistir, perguntar ao administrador de rede e contactar depois o suporte técnico.',
  },
  'back-office-not-there': {
    sentence: 'No endereço do back office responde um servidor, mas nele não existe nenhum back office.',
    nextStep: 'A tentativa é repetida automaticamente. Se persistir, contactar o suporte técnico.',
  },
  'back-office-address-refused': {
    sentence: 'O endereço do back office não é seguro.',
    nextStep:
      'Informar o suporte técnico: o perfil do fornecedor deste programa precisa de um endereço https.',
  },
  'answer-too-large': {
    sentence: 'O back office enviou mais do que é permitido, pelo que a resposta foi descartada.',
    nextStep:
      'Não é necessário fazer nada: a tentativa é repetida automaticamente. Se persistir, contactar o suporte técnico.',
  },
  'answer-too-slow': {
    sentence: 'A resposta do back office chegou demasiado devagar.',
    nextStep: 'Verificar a ligação à rede. A tentativa é repetida automaticamente.',
  },
  'answer-unusable': {
    sentence: 'Não foi possível utilizar a resposta do back office.',
    nextStep:
      'Não é necessário fazer nada: a tentativa é repetida automaticamente. Se persistir, contactar o suporte técnico.',
  },
  'sign-in-page': {
    sentence: 'Em vez do back office, respondeu uma página de início de sessão da rede.',
    nextStep: 'Abrir um browser neste computador, iniciar sessão na rede e escolher depois Tentar novamente.',
  },
  'redirect-refused': {
    sentence:
      'O back office, ou algo no caminho até ele, encaminhou para outro endereço, que não foi seguido.',
    nextStep: 'Informar o administrador de rede ou o suporte técnico.',
  },
  'certificate-untrusted': {
    sentence: 'O certificado do back office não é fidedigno (emitido por {issuer}).',
    nextStep:
      'Perguntar ao administrador de rede se as ligações são inspecionadas e contactar o suporte técnico.',
  },
  'certificate-expired': {
    sentence: 'O certificado do back office expirou ou ainda não é válido.',
    nextStep: 'Verificar a data e a hora deste computador e contactar depois o suporte técnico.',
  },
  'certificate-wrong-name': {
    sentence: 'O certificado pertence a um servidor que não é o back office.',
    nextStep: 'Informar o administrador de rede ou o suporte técnico.',
  },
  'proxy-unreachable': {
    sentence: 'O servidor proxy não está acessível.',
    nextStep: 'Verificar o URL do proxy e se o servidor proxy está em execução.',
  },
  'proxy-refused': {
    sentence: 'O servidor proxy não deixa passar a ligação ao back office.',
    nextStep:
      'Pedir ao administrador de rede que permita o endereço do back office; também é possível que o servidor proxy não o alcance.',
  },
  'proxy-detection-failed': {
    sentence: 'Não foi possível detetar a tempo as definições de proxy do sistema.',
    nextStep:
      'O script de proxy da rede pode ter um erro. Escolher Utilizar servidor proxy e introduzir o URL do proxy.',
  },
  'proxy-login-required': {
    sentence: 'O servidor proxy pede autenticação.',
    nextStep:
      'Escolher Utilizar servidor proxy, ativar Autenticação no servidor proxy e introduzir as credenciais; o administrador de rede conhece-as.',
  },
  'proxy-login-refused': {
    sentence: 'O servidor proxy rejeitou a autenticação.',
    nextStep:
      'Foi tentada uma vez e não é repetida automaticamente. Verificar Domínio do proxy, Nome de utilizador do proxy e Palavra-passe do proxy e guardar.',
  },
  'keychain-damaged': {
    sentence:
      'O repositório de chaves do Print ORS Service estava danificado. Os seus ficheiros foram conservados à parte e foi criado um novo.',
    nextStep:
      'Introduzir novamente o código de verificação e, se existir, a palavra-passe do proxy e guardar.',
  },
  'keychain-unavailable': {
    sentence: 'O repositório de chaves desta conta de utilizador está bloqueado ou não está disponível.',
    nextStep:
      'Desbloquear o repositório de chaves (iniciar sessão no ambiente de trabalho) e tentar novamente.',
  },
  disabled: {
    sentence: 'O Remote Service está desativado.',
    nextStep: 'Ativar a opção Ativado em Remote Service e guardar; até lá, nada sai deste computador.',
  },
  'details-missing': {
    sentence: 'As definições ainda não estão completas, pelo que não foi estabelecida nenhuma ligação.',
    nextStep: 'Preencher o que falta em Remote Service e guardar.',
  },
  'proxy-name-not-found': {
    sentence: 'O nome do servidor proxy não foi encontrado na rede.',
    nextStep: 'Verificar o URL do proxy; o administrador de rede conhece-o.',
  },
  'proxy-found-no-way': {
    sentence: 'O servidor proxy responde, mas ele próprio não chega ao back office.',
    nextStep: 'Perguntar ao administrador de rede se o servidor proxy tem acesso à Internet e resolve nomes.',
  },
  'clock-off': {
    sentence: 'O relógio deste computador tem um desvio de cerca de {minutes} minutos.',
    nextStep: 'Acertar a data e a hora deste computador e verificar novamente.',
  },
  'secret-unreadable': {
    sentence: 'O código de verificação guardado não pode ser aberto neste computador.',
    nextStep: 'Introduzir novamente o código de verificação e guardar.',
  },
};
