export const component = {
  field: { locked: 'Impostato da {by}. Non può essere modificato qui.' },
  secret: {
    show: 'Mostra',
    hide: 'Nascondi',
    stored: 'Impostato. Digitare per sostituirlo',
    neverShown: 'Il valore impostato non viene mai visualizzato. Digitarne uno nuovo per vederlo.',
    empty: 'Non vi è ancora nulla da mostrare.',
  },
  saveBar: {
    save: 'Salva',
    cancel: 'Annulla',
    unchanged: 'Nessuna modifica da salvare.',
    check: 'Non è stato ancora salvato nulla. Controllare:',
  },
  table: { actions: 'Azioni' },
  dialog: { close: 'Chiudi', cancel: 'Annulla' },
  banner: { dismiss: 'Chiudi questo messaggio' },
  skeleton: { loading: 'Caricamento in corso' },
  copy: { copied: 'Copiato', refused: 'Copia non riuscita. Selezionare il testo e copiarlo manualmente.' },
  pageHeader: { place: 'Posizione nella struttura' },
  step: { done: 'Completato', current: 'Passaggio successivo', waiting: 'In attesa dei passaggi precedenti' },
};
