export const errorAssistance = {
  'assistance-request-gone': {
    sentence: 'Este pedido ou esta sessão terminou.',
    nextStep: 'Pedir ao suporte técnico que envie um novo pedido.',
  },
  'assistance-grant-invalid': {
    sentence: 'Nada foi iniciado, porque a respetiva autorização já não é válida.',
    nextStep: 'Pedir ao suporte técnico que envie um novo pedido.',
  },
  'assistance-not-recorded': {
    sentence: 'Nada foi permitido, porque não foi possível registá-lo.',
    nextStep: 'Confirmar que há espaço no disco e pedir depois ao suporte técnico que envie um novo pedido.',
  },
  'client-not-found': {
    sentence: 'O programa de assistência remota não foi encontrado neste computador.',
    nextStep: 'Instalar o TeamViewer ou o programa que a organização de assistência indicar.',
  },
  'client-unsafe': {
    sentence:
      'O programa de assistência remota está onde outros utilizadores o poderiam ter colocado, pelo que não é iniciado.',
    nextStep: 'Instalá-lo como administrador, na pasta habitual.',
  },
  'client-too-old': {
    sentence: 'O programa de assistência remota é demasiado antigo, pelo que não é iniciado.',
    nextStep: 'Atualizá-lo.',
  },
  'client-version-unknown': {
    sentence:
      'Não é possível determinar a versão do programa de assistência remota, pelo que não é iniciado.',
    nextStep: 'Instalá-lo a partir do pacote do fabricante.',
  },
  'client-not-started': {
    sentence: 'Não foi possível iniciar o programa de assistência remota.',
    nextStep:
      'Iniciá-lo manualmente para ver o que está errado e pedir depois ao suporte técnico que envie um novo pedido.',
  },
  'client-not-set-up': {
    sentence: 'O RustDesk ainda não tem ID ou deixa entrar pessoas sem um clique neste computador.',
    nextStep: 'Iniciar o RustDesk e definir que as sessões só são aceites com um clique.',
  },
};
