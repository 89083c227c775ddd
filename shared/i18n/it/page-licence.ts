export const pageLicence = {
  inForce: 'Licenza in uso',
  inForceNote: "Quanto concede la licenza più recente dell'organizzazione di servizio.",
  customer: 'Cliente',
  lastChange: 'Ultima modifica',
  hostId: 'ID host',
  fileDate: 'Data del file',
  noSequence: 'Il file non riporta alcun numero',
  installedFile: 'File di licenza installato',
  featuresOn: 'Funzionalità su {name}',
  service: 'Servizio di licenza',
  serving: {
    serving: 'In servizio sulla porta {port} di {host}',
    'not-serving': 'Non ancora in servizio su {host}',
    'not-asked': 'Non ancora interrogato',
  },
  servingNote: {
    serving: 'interrogato {time}',
    'not-serving': 'interrogato {time}; potrebbe essere necessario avviarlo',
    'not-asked': 'Lo interrogano Verifica connessione e ogni nuova licenza',
  },
  noFile: 'Qui non è stato ancora letto alcun file di licenza.',
  stopped: 'La licenza installata viene visualizzata non appena il servizio è in esecuzione.',
  setUp: {
    title: 'Configurare un server di licenza',
    text: 'Specificare la cartella da cui il server di licenza legge il file di licenza. Il numero di serie viene quindi recuperato da questo file e le nuove licenze vengono installate in questa cartella.',
  },
};
