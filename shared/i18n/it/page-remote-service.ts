export const pageRemoteService = {
  general: 'Impostazioni generali',
  connection: 'Connessione',
  connectionNote: "Connette questa installazione al back office dell'organizzazione di servizio.",
  enabledHelp: 'Quando questa opzione è disattivata non è presente alcuna connessione al back office.',
  idHelp:
    "L'ID e il codice identificano l'organizzazione di servizio e vengono utilizzati per trovare questa installazione.",
  saved: 'Impostazioni salvate',
  stopped:
    'È possibile modificare e salvare le impostazioni; avranno effetto non appena il servizio è in esecuzione.',
  field: {
    remoteService: {
      enabled: 'Abilitato',
      serviceOrganisationId: 'ID organizzazione di servizio',
      verificationCode: 'Codice di verifica',
    },
    proxy: {
      mode: 'Impostazioni server proxy',
      url: 'URL proxy',
      authentication: {
        enabled: 'Autenticazione server proxy',
        domain: 'Dominio proxy',
        userName: 'Nome utente proxy',
        password: 'Password proxy',
      },
    },
  },
  serial: {
    readFrom: 'Recuperato dalla licenza su {name}.',
    noServer:
      'Viene recuperato automaticamente dalla licenza. Manca un server di licenza: aggiungerne uno qui sotto e salvare.',
    noFile:
      'Viene recuperato automaticamente dalla licenza. Manca un file di licenza con numero di serie nella cartella della licenza.',
    link: 'Sistema, Licenza',
  },
  proxy: {
    title: 'Server proxy',
    note: 'Come questo computer raggiunge il back office.',
    none: 'Nessun server proxy',
    detect: 'Rileva impostazioni automaticamente',
    manual: 'Usa server proxy',
    urlHelp: 'Il nome host e la porta. Ad esempio: proxy.esempio.com:8080',
    authenticationHelp:
      "Utilizzare questa opzione se il server proxy richiede l'autenticazione: Basic, Digest o NTLM. Un accesso rifiutato non viene ripetuto automaticamente.",
    domainHelp: "Il dominio dell'account, per NTLM; lasciare vuoto se non esiste.",
    detectHelp:
      "Vengono utilizzate le impostazioni dell'account che esegue Print ORS Service. Non servono per l'assistenza remota.",
    foundLater:
      'Il server proxy rilevato viene visualizzato qui dopo che le impostazioni sono state salvate e Remote Service è attivato.',
    found: {
      settings: 'Server proxy {proxy}, da queste impostazioni.',
      system: 'Rilevato: server proxy {proxy}, indicato dalle impostazioni del sistema.',
      script: 'Rilevato: server proxy {proxy}, indicato dallo script {script}.',
      network: 'Rilevato: server proxy {proxy}, indicato dalla rete (WPAD).',
    },
    foundDirect: {
      nothing: 'Né il sistema né la rete indicano un server proxy; la connessione è diretta.',
      system:
        'Le impostazioni del sistema non indicano un server proxy per il back office; la connessione è diretta.',
      script: 'Lo script {script} non indica un server proxy utilizzabile; la connessione è diretta.',
    },
    copyFound: 'Copia in Usa server proxy',
  },
  licenceServers: {
    title: 'Server di licenza',
    note: 'Una nuova licenza viene installata qui automaticamente ed è in uso entro un minuto.',
    empty: 'Ancora nessun server di licenza. Aggiungere la cartella da cui legge il file di licenza.',
    add: 'Aggiungi server di licenza',
    edit: 'Modifica',
    editNamed: 'Modifica {name}',
    editTitle: 'Modifica server di licenza',
    remove: 'Rimuovi',
    removeNamed: 'Rimuovi {name}',
    test: 'Verifica',
    testNamed: 'Verifica {name}',
    saveFirst: 'Salvare prima le impostazioni; quindi è possibile verificare questa cartella.',
    unsaved: 'Non ancora salvato',
    name: 'Nome',
    nameHelp: 'Un nome qualsiasi che lo identifichi, ad esempio Server principale.',
    path: 'Percorso di licenza',
    pathHelp: 'La cartella su questo computer che contiene il file di licenza.',
    chooseFolder: 'Scegli cartella',
    fileSummary: 'Nome file: {file}',
    fileName: 'Nome file',
    dialogNote: 'Ha effetto non appena le impostazioni vengono salvate.',
  },
  test: {
    title: 'Verifica di {name}',
    account: "Eseguita come {account}, l'account che esegue Print ORS Service.",
    running: 'Verifica della cartella della licenza in corso',
    passed: 'La cartella può essere utilizzata.',
    failed: 'La cartella non può ancora essere utilizzata.',
    again: 'Verifica di nuovo',
    step: {
      find: 'Trovare la cartella',
      create: 'Creare un file',
      write: 'Scrivere nel file',
      rename: 'Rinominare il file',
      delete: 'Eliminare il file',
    },
    outcome: { passed: 'riuscito', failed: 'non riuscito', 'not-tried': 'non eseguito' },
  },
  incoming: {
    title: 'Le impostazioni sono state modificate altrove durante la modifica',
    text: 'È possibile accettare le nuove impostazioni o proseguire: le proprie modifiche vengono aggiunte alle nuove impostazioni.',
    take: 'Accetta le nuove impostazioni',
    keep: 'Continua la modifica',
  },
  discard: {
    title: 'Annullare le modifiche?',
    text: 'Le modifiche apportate in questa pagina non sono ancora state salvate.',
    confirm: 'Non salvare',
    keep: 'Continua la modifica',
  },
  assistance: {
    title: 'Assistenza remota',
    notYet:
      "L'assistenza remota non è disponibile in questa versione. Nessuno può connettersi a questo computer tramite essa.",
    preconditions: 'Precondizioni',
    note: "Requisiti necessari prima di poter consentire l'assistenza remota.",
    met: 'soddisfatta',
    unmet: 'mancante',
    'licence-update': "L'aggiornamento automatico della licenza è configurato",
    proxy: 'Le impostazioni server proxy sono state configurate: nessuno o manuale',
    service: 'Print ORS Service è in esecuzione',
    connected: 'La connessione al back office è stabilita',
    goTo: {
      'licence-update': "Vai all'impostazione",
      proxy: 'Vai a Impostazioni server proxy',
      service: 'Mostra lo stato del servizio',
      connected: 'Mostra lo stato della connessione',
    },
  },
};
