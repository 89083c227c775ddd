export const service = {
  name: 'Print ORS Service',
  start: 'Avvia',
  stop: 'Arresta',
  restart: 'Riavvia',
  label: {
    state: 'Stato',
    account: 'Account',
    startType: 'Tipo di avvio',
    since: 'Dal',
    lastExit: 'Ultima uscita',
    mode: 'Tipo',
  },
  state: {
    running: 'In esecuzione',
    starting: 'In avvio',
    stopping: 'In arresto',
    stopped: 'Arrestato',
    failed: 'Terminato con un errore',
    'not-installed': 'Non installato',
  },
  startType: {
    automatic: 'Automatico, con il computer',
    'automatic-delayed': 'Automatico, qualche tempo dopo il computer',
    manual: 'Manuale',
    disabled: 'Disabilitato',
    'with-the-app': 'Con questo programma',
  },
  exit: {
    clean: 'Terminato regolarmente',
    terminated: "Terminato dall'esterno",
    killed: 'Terminato forzatamente',
    crashed: 'Arresto anomalo',
    'out-of-memory': 'Terminato per memoria esaurita',
    'timed-out': 'Non ha risposto in tempo',
    'could-not-start': 'Impossibile avviarlo',
    'too-many-starts': 'Terminato troppe volte di seguito, quindi non è stato riavviato',
    'never-started': "Mai avviato dall'avvio del computer",
    'logon-failed':
      "L'account non ha potuto accedere: password errata o accesso come servizio non consentito",
    'access-denied': "All'account è stato negato l'accesso",
    unexpected: 'Terminato con un errore',
  },
  /** What stopping has meant, once it is done. */
  stopped: "L'assistenza remota è terminata; le licenze attendono il nuovo avvio del servizio.",
  changeAccount: {
    change: 'Cambia',
    title: 'Cambia utente di assistenza remota',
    note: "Print ORS Service viene eseguito con questo account: con i suoi diritti sulle cartelle delle licenze e sulle cartelle condivise di altri computer. Viene riavviato; nel frattempo l'assistenza remota termina. Il sistema chiederà un amministratore.",
    domain: 'Dominio',
    here: 'Questo computer ({computer})',
    user: 'Nome utente',
    password: 'Password',
    kept: 'La conserva il gestore dei servizi del sistema, non questo programma.',
    unused:
      'Questo sistema non richiede una password per un servizio. Quanto digitato qui non viene usato né conservato.',
    builtIn:
      'Un account del sistema stesso di solito non ha diritti sulle cartelle condivise di altri computer.',
    required: 'Immettere il nome utente.',
    done: 'Print ORS Service ora viene eseguito come {account}.',
    embedded:
      "Il servizio viene eseguito con l'account che ha avviato questo programma. Un account proprio richiede il servizio installato.",
    session:
      '{technician} è connesso a questo computer. Il cambio di account riavvia il servizio e termina subito la sessione.',
    doing: "Modifica dell'account in corso …",
  },
};
