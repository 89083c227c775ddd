export const errorUpdate = {
  'update-index-refused': {
    sentence:
      "L'elenco delle versioni del software non ha superato il controllo ({reason}); è stato richiesto due volte.",
    nextStep: "Non è stato scaricato nulla. Se il problema persiste, informare l'help desk.",
  },
  'update-hash-mismatch': {
    sentence:
      "L'aggiornamento scaricato non è quello firmato dal fornitore; è stato scaricato due volte ed eliminato.",
    nextStep: "Premere Scarica per riprovare. Se il problema si ripete, informare l'help desk.",
  },
  'update-too-large': {
    sentence:
      "È arrivato più della dimensione firmata dell'aggiornamento; il download è stato interrotto ed eliminato.",
    nextStep: "Premere Scarica per riprovare. Se il problema si ripete, informare l'help desk.",
  },
  'update-disk-full': {
    sentence: "Lo spazio libero non basta per l'aggiornamento.",
    nextStep: 'Liberare spazio; il download riprende poi automaticamente.',
  },
  'update-folder-unusable': {
    sentence:
      "Non è stato possibile scrivere l'aggiornamento nella cartella dei download di Print ORS Service.",
    nextStep: 'Controllare il disco di questo computer, quindi premere Scarica.',
  },
  'update-none': {
    sentence: "Non c'è alcun aggiornamento da scaricare.",
    nextStep: 'Cercare di nuovo gli aggiornamenti più tardi.',
  },
  'update-not-downloaded': {
    sentence: "L'aggiornamento non è ancora su questo computer.",
    nextStep: 'Attendere che sia scaricato e controllato, quindi installarlo.',
  },
  'update-changed': {
    sentence:
      "L'aggiornamento scaricato è stato modificato dopo il controllo; è stato eliminato e viene scaricato di nuovo.",
    nextStep: 'Attendere che sia scaricato e controllato di nuovo.',
  },
  'update-installer-unknown': {
    sentence: 'Questo computer non può avviare da solo un programma di installazione di questo tipo.',
    nextStep: "Chiedere all'help desk come installare questo aggiornamento.",
  },
  'update-install-refused': {
    sentence: "Il sistema non ha consentito l'installazione dell'aggiornamento.",
    nextStep: 'Chiedere a un amministratore di questo computer di installarlo.',
  },
  'update-install-failed': {
    sentence: "Non è stato possibile installare l'aggiornamento; resta la versione in uso.",
    nextStep: "Riprovare. Se il problema si ripete, informare l'help desk.",
  },
};
