export const licenceDate = {
  save: 'Guardar datas para o calendário',
  saved: 'Guardado como {file}',
  fileName: 'datas-da-licenca.ics',
  calendar: {
    expiry: '{product}: a licença expira',
    maintenance: '{product}: a manutenção termina',
    description: '{day} é o último dia, em UTC. Número de série {serialNumber}. {text}',
  },
  expiry: {
    ahead: 'A licença expira em {day}, {when}',
    today: 'A licença expira hoje: {day} é o último dia',
    past: 'A licença expirou: {day} foi o último dia',
    text: 'Pedir à organização de assistência que a prolongue. A nova licença é instalada automaticamente.',
  },
  maintenance: {
    ahead: 'A manutenção termina em {day}, {when}',
    today: 'A manutenção termina hoje: {day} é o último dia',
    past: 'A manutenção terminou: {day} foi o último dia',
    text: 'As atualizações de software precisam de um período de manutenção válido. A organização de assistência pode prolongá-lo.',
  },
};
