export const service = {
  name: 'Print ORS Service',
  start: 'Iniciar',
  stop: 'Parar',
  restart: 'Reiniciar',
  label: {
    state: 'Estado',
    account: 'Conta',
    startType: 'Tipo de arranque',
    since: 'Desde',
    lastExit: 'Última saída',
    mode: 'Tipo',
  },
  state: {
    running: 'Em execução',
    starting: 'A iniciar',
    stopping: 'A parar',
    stopped: 'Parado',
    failed: 'Terminado com um erro',
    'not-installed': 'Não instalado',
  },
  startType: {
    automatic: 'Automático, com este computador',
    'automatic-delayed': 'Automático, algum tempo depois deste computador',
    manual: 'Manual',
    disabled: 'Desativado',
    'with-the-app': 'Com este programa',
  },
  exit: {
    clean: 'Terminou normalmente',
    terminated: 'Terminado do exterior',
    killed: 'Terminado à força',
    crashed: 'Falhou inesperadamente',
    'out-of-memory': 'Terminado à força por falta de memória',
    'timed-out': 'Não respondeu a tempo',
    'could-not-start': 'Não foi possível iniciar',
    'too-many-starts': 'Terminou demasiadas vezes seguidas, pelo que não foi novamente iniciado',
    'never-started': 'Não foi iniciado desde o arranque deste computador',
    'logon-failed':
      'A conta não conseguiu iniciar sessão: palavra-passe errada ou sem autorização para iniciar sessão como serviço',
    'access-denied': 'Foi negado o acesso à conta',
    unexpected: 'Terminou com um erro',
  },
  /** What stopping has meant, once it is done. */
  stopped: 'A assistência remota terminou; as licenças aguardam até o serviço ser novamente iniciado.',
  changeAccount: {
    change: 'Alterar',
    title: 'Alterar utilizador da assistência remota',
    note: 'O Print ORS Service é executado com esta conta: com os seus direitos nas pastas da licença e em pastas partilhadas de outros computadores. É reiniciado; entretanto, a assistência remota termina. O sistema vai pedir um administrador.',
    domain: 'Domínio',
    here: 'Este computador ({computer})',
    user: 'Nome de utilizador',
    password: 'Palavra-passe',
    kept: 'É conservada pelo gestor de serviços do sistema, não por este programa.',
    unused:
      'Este sistema não precisa de palavra-passe para um serviço. O que for escrito aqui não é utilizado nem conservado.',
    builtIn:
      'Uma conta do próprio sistema, na maioria dos casos, não tem direitos em pastas partilhadas de outros computadores.',
    required: 'Introduzir o nome de utilizador.',
    done: 'O Print ORS Service é agora executado como {account}.',
    embedded:
      'O serviço é executado com a conta que iniciou este programa. Uma conta própria exige o serviço instalado.',
    session:
      '{technician} tem uma ligação a este computador. Alterar a conta reinicia o serviço, o que termina a sessão de imediato.',
    doing: 'A alterar a conta …',
  },
};
