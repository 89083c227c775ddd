export const licenceServerAdvanced = {
  summary: 'Avanzate',
  host: 'Computer del server di licenza',
  hostHelpLocal: 'Dove si interroga la porta del servizio di licenza; vuoto indica questo computer.',
  hostHelpRemote:
    'Dove si interroga la porta del servizio di licenza; vuoto indica il computer che condivide la cartella.',
  ports: 'Porta',
  portsHelp:
    'Una porta o un intervallo; vuoto indica la porta fissata nel file di licenza, altrimenti 27000-27009.',
  hostId: 'ID host',
  hostIdHelp:
    'Un file di licenza associato a un altro ID host non viene installato qui. Vuoto indica quello del file presente.',
  reread: 'Comando di rilettura',
  rereadHelp:
    "Eseguito dopo l'installazione di una nuova licenza, con l'account di Print ORS Service. Una parola per riga, per prima il programma con il percorso completo; lasciare vuoto se il server di licenza se ne accorge da solo.",
  confirm: {
    title: 'Eseguire questo comando dopo ogni nuova licenza?',
    message:
      'Print ORS Service lo esegue con il proprio account, esattamente come indicato qui: senza shell e con un ambiente vuoto, per un massimo di 30 secondi.',
    word: 'Parola {number}',
    yes: 'Usa questo comando',
    no: 'Indietro',
  },
};
