const nextStep = 'Pedir à organização de assistência que envie novamente o ficheiro de licença.';

export const errorFlexnet = {
  'flexnet-not-text': {
    sentence: 'A linha {line} do ficheiro de licença contém bytes que não são texto.',
    nextStep,
  },
  'flexnet-line-unfinished': {
    sentence: 'A linha {line} do ficheiro de licença continua, mas o ficheiro termina aí.',
    nextStep,
  },
  'flexnet-quote-open': {
    sentence: 'A linha {line} do ficheiro de licença abre aspas que não são fechadas.',
    nextStep,
  },
  'flexnet-fields-missing': {
    sentence: 'Na linha {line} do ficheiro de licença faltam valores: {word}',
    nextStep,
  },
  'flexnet-date-invalid': {
    sentence: 'A linha {line} do ficheiro de licença indica um dia que não existe: {word}',
    nextStep,
  },
  'flexnet-count-invalid': {
    sentence: 'A linha {line} do ficheiro de licença não indica um número de licenças utilizável: {word}',
    nextStep,
  },
  'flexnet-server-incomplete': {
    sentence: 'A linha {line} do ficheiro de licença indica um servidor sem ID do anfitrião: {word}',
    nextStep,
  },
  'flexnet-port-invalid': {
    sentence: 'A linha {line} do ficheiro de licença indica uma porta que não existe: {word}',
    nextStep,
  },
  'flexnet-server-count': {
    sentence: 'Linha {line} do ficheiro de licença: há {word} servidores, mas só pode haver um ou três.',
    nextStep,
  },
  'flexnet-server-missing': {
    sentence:
      'A linha {line} do ficheiro de licença conta licenças de {word}, mas nenhuma linha SERVER indica quem as distribui.',
    nextStep,
  },
  'flexnet-vendor-missing': {
    sentence:
      'A linha {line} do ficheiro de licença precisa do daemon do fornecedor {word}, mas nenhuma linha VENDOR o indica.',
    nextStep,
  },
  'flexnet-no-features': { sentence: 'O ficheiro de licença não indica nenhuma funcionalidade.', nextStep },
};
