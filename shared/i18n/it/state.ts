import { assistanceActivity } from './assistance';

export const connection = {
  label: 'Stato connessione',
  state: {
    disabled: 'Disattivato',
    'not-configured': 'Non ancora configurato',
    'service-stopped': 'Servizio non in esecuzione',
    connecting: 'Connessione in corso',
    connected: 'Connesso',
    failed: 'Connessione non riuscita',
  },
  explain: {
    disabled: 'Remote Service è disattivato. Non è presente alcuna connessione al back office.',
    'not-configured': 'Mancano alcuni passaggi prima di poter stabilire la connessione.',
    'service-stopped':
      'Print ORS Service non è in esecuzione: non è presente alcuna connessione e le licenze rimangono in attesa.',
    connecting: 'La connessione al back office è in corso.',
    connected: 'La connessione al back office è stabilita.',
    failed: 'La connessione al back office non è riuscita.',
  },
  since: 'dal {time}',
  nextTry: 'Prossimo tentativo {time}',
  missing: {
    'service-organisation-id': "Immettere l'ID organizzazione di servizio",
    'verification-code': 'Immettere il codice di verifica',
    'licence-server': 'Aggiungere un server di licenza',
    'serial-number': 'Copiare nella cartella della licenza un file di licenza con numero di serie',
  },
};

export const licenceServer = {
  state: {
    'up-to-date': 'Aggiornato',
    behind: 'In attesa della nuova licenza',
    installing: 'Aggiornamento in corso',
    failing: 'Impossibile aggiornare',
    'waiting-for-operator': 'Da copiare a mano',
    'copied-by-hand': 'Copiato a mano',
    'kept-by-hand': 'Altra licenza mantenuta a mano',
    unknown: 'Non ancora noto',
  },
  kind: { local: 'Locale', remote: 'Remoto' },
};

export const licenceDifference = {
  reason: {
    initial: 'Prima licenza',
    'maintenance-extended': 'Manutenzione estesa',
    'features-added': 'Funzionalità aggiunte',
    'users-added': 'Utenti aggiunti',
    replacement: 'Licenza sostituita',
  },
  users: 'Utenti {from} → {to}',
  usersFirst: 'Utenti {to}',
  maintenance: 'manutenzione fino al {to}',
  expiry: 'valida fino al {to}',
  expiryPerpetual: 'valida senza scadenza',
  featureAdded: '{name} aggiunta ({quantity})',
  featureRemoved: '{name} rimossa',
  featureQuantity: '{name} {from} → {to}',
  featureExpiry: '{name} valida fino al {to}',
  featureExpiryPerpetual: '{name} valida senza scadenza',
  nothing: 'nessuna modifica a funzionalità, utenti o date',
};

export const activity = {
  kind: {
    'service-started': 'Print ORS Service avviato',
    'service-stopped': 'Print ORS Service arrestato',
    'service-control': 'Richiesto avvio, arresto o riavvio',
    'settings-applied': 'Impostazioni in vigore',
    'settings-broken': 'Impossibile leggere il file delle impostazioni',
    'policy-ignored': 'Criteri ignorati',
    connected: 'Connesso al back office',
    'connection-failed': 'Connessione non riuscita',
    'connection-disabled': 'Connessione disattivata',
    registered: "Registrato presso l'organizzazione di servizio",
    'registration-ended': "Registrazione terminata dall'organizzazione di servizio",
    'licence-received': 'Nuova licenza ricevuta',
    'licence-refused': 'Licenza rifiutata',
    'licence-changed': 'Modifiche della nuova licenza',
    'licence-installed': 'Licenza installata',
    'licence-install-failed': 'Impossibile installare la licenza',
    'licence-rolled-back': 'Licenza precedente ripristinata',
    'licence-recovered': 'Installazione interrotta completata',
    'licence-imported': "Licenza fornita dall'operatore",
    'licence-file-imported': "File di licenza senza firma inserito dall'operatore",
    'licence-restored': "File di licenza precedente ripristinato dall'operatore",
    'licence-file-saved': "File di licenza salvato dall'operatore",
    'licence-request-made': "Richiesta di licenza creata dall'operatore",
    'key-set-renewed': "Chiavi dell'organizzazione di servizio rinnovate",
    'key-set-refused': "Chiavi dell'organizzazione di servizio rifiutate",
    'reread-done': 'Rilettura del file richiesta al server di licenza',
    'reread-failed': 'Comando di rilettura non riuscito',
    'expiry-notice': 'Scadenza della licenza segnalata',
    'maintenance-notice': 'Fine della manutenzione segnalata',
    'clock-suspect': "L'orologio di questo computer sembra errato",
    'event-skipped': 'Messaggio di tipo sconosciuto ignorato',
    announcement: "Messaggio dell'organizzazione di servizio",
    'try-again': 'Nuovo tentativo su richiesta',
    'release-index-refused': "L'elenco delle versioni del software è stato rifiutato",
    'release-offered': 'È disponibile un aggiornamento',
    'update-download-asked': "Richiesto il download dell'aggiornamento",
    'update-paused': "Download dell'aggiornamento in pausa",
    'update-downloaded': 'Aggiornamento scaricato e controllato',
    'update-refused': "L'aggiornamento scaricato è stato rifiutato",
    'update-install-asked': "Avviata l'installazione dell'aggiornamento",
    'update-installed': 'Aggiornamento installato',
    'connection-checked': 'Connessione verificata',
    'licence-marked-as-copied': 'Licenza contrassegnata come copiata a mano',
    'licence-found-copied': 'Trovata la licenza copiata a mano',
    'entitlement-skipped': 'Aggiornamento installato senza chiedere se la manutenzione lo comprende',
    ...assistanceActivity,
  },
  actor: {
    service: 'Print ORS Service',
    operator: 'Operatore',
    'back-office': 'Organizzazione di servizio',
  },
};

export const consequence = {
  connects: 'Il salvataggio connette questa installazione al back office.',
  disconnects:
    "Il salvataggio termina la connessione al back office e un'eventuale sessione di assistenza remota; le licenze rimangono in attesa fino alla riattivazione.",
  'registers-again': 'Il salvataggio registra di nuovo questa installazione.',
  reconnects: 'Il salvataggio riconnette Print ORS Service.',
  'licence-servers-read': 'Il salvataggio rilegge i server di licenza.',
  'licence-server-removed': 'Dopo il salvataggio un server di licenza non viene più aggiornato.',
};

export const notification = {
  licenceInstalled: 'Nuova licenza installata',
  connectionFailed: 'Connessione non riuscita',
  connectionBack: 'Di nuovo connesso',
};

export const tray = {
  stopAssistance: "Interrompi l'assistenza remota",
  assistance: "L'assistenza remota è in corso",
  open: 'Apri Remote Service',
  tryNow: 'Riprova la connessione',
  check: 'Verifica connessione',
  quit: 'Esci',
  view: 'Visualizza',
  zoomIn: 'Testo più grande',
  zoomOut: 'Testo più piccolo',
  resetZoom: 'Dimensione normale del testo',
  close: 'Chiudi finestra',
  tooltip: 'Remote Service: {state}',
};
