export const pageServices = {
  title: 'Serviços',
  note: 'O Print ORS Service liga esta instalação ao back office, renova as licenças e deixa entrar o suporte técnico. Funciona sem esta janela.',
  notKnown: 'Desconhecido',
  noExit: 'Nenhuma conhecida',
  embedded: 'Iniciado por este programa e terminado com ele',
  installed: 'Instalado neste computador',
  doing: { start: 'A iniciar …', stop: 'A parar …', restart: 'A reiniciar …' },
  done: {
    start: 'O Print ORS Service foi iniciado.',
    stop: 'O Print ORS Service foi parado.',
    restart: 'O Print ORS Service foi reiniciado.',
  },
  next: {
    account:
      'Verificar em Remote Service se a conta e a palavra-passe estão corretas e se pode iniciar sessão como serviço. Depois, iniciar novamente o serviço.',
    again:
      'Iniciar novamente o serviço. Se voltar a terminar assim, criar um relatório de suporte em Diagnóstico e telefonar ao suporte técnico.',
  },
  confirm: {
    stop: {
      title: 'Parar o Print ORS Service?',
      message: 'A assistência remota termina; as licenças aguardam até o serviço ser novamente iniciado.',
    },
    restart: {
      title: 'Reiniciar o Print ORS Service?',
      message:
        'Durante alguns segundos, a assistência remota termina e as licenças aguardam. Depois, tudo continua automaticamente.',
    },
  },
  session: {
    title: 'Está em curso uma sessão de assistência remota',
    stop: '{technician} tem uma ligação a este computador. Parar o serviço termina a sessão de imediato.',
    restart:
      '{technician} tem uma ligação a este computador. Reiniciar o serviço termina a sessão de imediato.',
    goOn: 'Terminar a sessão e continuar',
  },
  permission: {
    title: 'O sistema vai pedir autorização',
    start:
      'Para iniciar o Print ORS Service é necessário um administrador deste computador. O sistema pede-o agora; a autorização não serve para mais nada.',
    stop: 'Para parar o Print ORS Service é necessário um administrador deste computador. O sistema pede-o agora; a autorização não serve para mais nada.',
    restart:
      'Para reiniciar o Print ORS Service é necessário um administrador deste computador. O sistema pede-o agora; a autorização não serve para mais nada.',
    goOn: 'Continuar',
  },
};
