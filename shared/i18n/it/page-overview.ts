export const pageOverview = {
  connection: 'Connessione',
  licence: 'Licenza',
  licenceServers: 'Server di licenza',
  state: 'Stato',
  nextTry: 'Prossimo tentativo',
  organisation: 'Organizzazione di servizio',
  serviceStarting: 'Avvio di Print ORS Service in corso.',
  lastSignedProof: 'Ultima prova firmata',
  noProof: 'Ancora nessuna',
  allOfLicence: 'Tutto sulla licenza',
  noLicence: 'Non è ancora presente alcuna licenza.',
  noLicenceServer: 'Nessun server di licenza configurato.',
  firstRun: {
    title: 'Tre passaggi per la prima connessione',
    note: 'In seguito le licenze vengono aggiornate automaticamente.',
    identity: {
      title: "Immettere l'ID organizzazione di servizio e il codice di verifica",
      help: "Entrambi vengono forniti dall'organizzazione di servizio.",
      action: 'Immetti ID e codice',
    },
    'licence-server': {
      title: 'Aggiungere un server di licenza',
      help: 'La cartella da cui il server di licenza su questo computer legge il file di licenza.',
      action: 'Aggiungi server di licenza',
    },
    connect: {
      title: 'Connettersi',
      'serial-number':
        'Il numero di serie viene recuperato dal file di licenza nella cartella della licenza. Non è ancora presente: copiarvi il primo file di licenza.',
      switch: 'Attivare Remote Service, quindi salvare.',
      connection: 'Connessione in corso. Sono necessari alcuni secondi.',
      action: 'Attiva',
    },
  },
  attention: {
    title: 'Interventi richiesti',
    notice: 'Verificare quanto segue',
    'settings-kept-aside': {
      title: 'Le impostazioni ripartono dai valori predefiniti',
      text: 'Il file precedente è conservato come {file}.',
    },
    'refused-licence': { title: 'Una nuova licenza è stata rifiutata; quella installata rimane in uso' },
    clock: {
      title: "L'orologio di questo computer sembra errato",
      text: 'Indica {clock}, ma sono almeno {floor}. Controllare data e ora. Nulla viene disattivato per questo motivo.',
    },
  },
  service: {
    name: 'Print ORS Service',
    state: { running: 'in esecuzione', stopped: 'non in esecuzione', starting: 'in avvio' },
    version: 'versione {version}',
    account: 'account {account}',
    mode: { embedded: 'avviato da questo programma', installed: 'installato su questo computer' },
    keychain: { os: "chiavi nell'archivio chiavi del sistema", file: 'chiavi in un file protetto' },
  },
};
