export const pageServices = {
  title: 'Servizi',
  note: "Print ORS Service collega questa installazione al back office, rinnova le licenze e fa accedere l'help desk. Funziona anche senza questa finestra.",
  notKnown: 'Non noto',
  noExit: 'Nessuna nota',
  embedded: 'Avviato da questo programma e terminato con esso',
  installed: 'Installato su questo computer',
  doing: { start: 'Avvio in corso …', stop: 'Arresto in corso …', restart: 'Riavvio in corso …' },
  done: {
    start: 'Print ORS Service è stato avviato.',
    stop: 'Print ORS Service è stato arrestato.',
    restart: 'Print ORS Service è stato riavviato.',
  },
  next: {
    account:
      "Verificare in Remote Service che l'account e la password siano corretti e che l'account possa accedere come servizio. Poi avviarlo di nuovo.",
    again:
      "Avviarlo di nuovo. Se termina allo stesso modo, creare un rapporto per l'assistenza in Diagnostica e chiamare l'help desk.",
  },
  confirm: {
    stop: {
      title: 'Arrestare Print ORS Service?',
      message: "L'assistenza remota termina; le licenze attendono il nuovo avvio del servizio.",
    },
    restart: {
      title: 'Riavviare Print ORS Service?',
      message:
        "Per alcuni secondi l'assistenza remota termina e le licenze attendono. Poi tutto riprende automaticamente.",
    },
  },
  session: {
    title: 'È in corso una sessione di assistenza remota',
    stop: "{technician} è connesso a questo computer. L'arresto del servizio termina subito la sessione.",
    restart: '{technician} è connesso a questo computer. Il riavvio del servizio termina subito la sessione.',
    goOn: 'Termina la sessione e continua',
  },
  permission: {
    title: "Il sistema chiederà un'autorizzazione",
    start:
      "Per avviare Print ORS Service occorre un amministratore del computer. Ora il sistema ne chiede uno; l'autorizzazione non serve ad altro.",
    stop: "Per arrestare Print ORS Service occorre un amministratore del computer. Ora il sistema ne chiede uno; l'autorizzazione non serve ad altro.",
    restart:
      "Per riavviare Print ORS Service occorre un amministratore del computer. Ora il sistema ne chiede uno; l'autorizzazione non serve ad altro.",
    goOn: 'Continua',
  },
};
