const nextStep = "Chiedere all'organizzazione di servizio di inviare nuovamente il file di licenza.";

export const errorFlexnet = {
  'flexnet-not-text': {
    sentence: 'La riga {line} del file di licenza contiene byte che non sono testo.',
    nextStep,
  },
  'flexnet-line-unfinished': {
    sentence: 'La riga {line} del file di licenza continua, ma il file termina in quel punto.',
    nextStep,
  },
  'flexnet-quote-open': {
    sentence: 'La riga {line} del file di licenza contiene virgolette aperte e non chiuse.',
    nextStep,
  },
  'flexnet-fields-missing': {
    sentence: 'Nella riga {line} del file di licenza mancano dei valori: {word}',
    nextStep,
  },
  'flexnet-date-invalid': {
    sentence: 'La riga {line} del file di licenza indica un giorno inesistente: {word}',
    nextStep,
  },
  'flexnet-count-invalid': {
    sentence: 'La riga {line} del file di licenza non indica un numero di licenze utilizzabile: {word}',
    nextStep,
  },
  'flexnet-server-incomplete': {
    sentence: 'La riga {line} del file di licenza indica un server senza ID host: {word}',
    nextStep,
  },
  'flexnet-port-invalid': {
    sentence: 'La riga {line} del file di licenza indica una porta inesistente: {word}',
    nextStep,
  },
  'flexnet-server-count': {
    sentence: 'Riga {line} del file di licenza: i server sono {word}, ma possono essere solo uno o tre.',
    nextStep,
  },
  'flexnet-server-missing': {
    sentence:
      'La riga {line} del file di licenza conta le licenze di {word}, ma nessuna riga SERVER indica chi le distribuisce.',
    nextStep,
  },
  'flexnet-vendor-missing': {
    sentence:
      'La riga {line} del file di licenza richiede il daemon {word}, ma nessuna riga VENDOR lo indica.',
    nextStep,
  },
  'flexnet-no-features': { sentence: 'Il file di licenza non indica alcuna funzionalità.', nextStep },
};
