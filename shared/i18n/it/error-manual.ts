export const errorManual = {
  'licence-package-missing': {
    sentence:
      'Non esiste ancora alcun pacchetto di licenza, quindi non vi è alcun file di licenza da salvare.',
    nextStep: 'Connettersi al back office oppure importare il pacchetto di licenza ricevuto.',
  },
  'serial-number-missing': {
    sentence: 'Il numero di serie non è ancora noto, quindi non è possibile richiedere una licenza.',
    nextStep:
      'Inserire il primo file di licenza nella cartella delle licenze; il numero di serie viene recuperato da questo file.',
  },
  'backup-missing': {
    sentence: 'Questo file di licenza precedente non è più conservato.',
    nextStep: 'Sceglierne un altro dalla cronologia.',
  },
  'backup-unusable': {
    sentence: 'Questo file di licenza precedente è danneggiato o è stato modificato.',
    nextStep: 'Sceglierne un altro dalla cronologia.',
  },
  'file-not-saved': {
    sentence: 'Impossibile salvare il file {file}.',
    nextStep: 'Scegliere una posizione in cui sia possibile scrivere e in cui vi sia spazio.',
  },
  'file-exists': {
    sentence: 'Esiste già un file denominato {file}; è stato lasciato invariato.',
    nextStep: 'Scegliere un altro nome oppure aggiungere --force per sostituirlo.',
  },
};
