export const errorDate = {
  'licence-without-dates': {
    sentence: 'A licença não indica nem data de validade nem data de fim da manutenção.',
    nextStep: 'Não é necessário fazer nada: não há nenhuma data a recordar.',
  },
  'licence-expires-soon': {
    sentence: 'A licença expira em breve; o último dia é {day}.',
    nextStep:
      'Pedir à organização de assistência que a prolongue. A nova licença é instalada automaticamente.',
  },
  'licence-expired': {
    sentence: 'A licença expirou; o último dia foi {day}.',
    nextStep:
      'Pedir à organização de assistência que a prolongue. A nova licença é instalada automaticamente.',
  },
  'maintenance-ends-soon': {
    sentence: 'O período de manutenção termina em breve; o último dia é {day}.',
    nextStep: 'A organização de assistência pode prolongá-lo; as atualizações de software precisam dele.',
  },
  'maintenance-ended': {
    sentence: 'O período de manutenção terminou; o último dia foi {day}.',
    nextStep: 'A organização de assistência pode prolongá-lo; as atualizações de software precisam dele.',
  },
};
