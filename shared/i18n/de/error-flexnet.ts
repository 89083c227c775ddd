const nextStep = 'Bitten Sie die Serviceorganisation, die Lizenzdatei erneut zu senden.';

export const errorFlexnet = {
  'flexnet-not-text': {
    sentence: 'Zeile {line} der Lizenzdatei enthält Bytes, die kein Text sind.',
    nextStep,
  },
  'flexnet-line-unfinished': {
    sentence: 'Zeile {line} der Lizenzdatei geht weiter, aber die Datei endet dort.',
    nextStep,
  },
  'flexnet-quote-open': {
    sentence: 'Zeile {line} der Lizenzdatei hat ein öffnendes Anführungszeichen ohne ein schließendes.',
    nextStep,
  },
  'flexnet-fields-missing': { sentence: 'In Zeile {line} der Lizenzdatei fehlen Werte: {word}', nextStep },
  'flexnet-date-invalid': {
    sentence: 'Zeile {line} der Lizenzdatei nennt einen Tag, den es nicht gibt: {word}',
    nextStep,
  },
  'flexnet-count-invalid': {
    sentence: 'Zeile {line} der Lizenzdatei nennt keine verwendbare Anzahl von Lizenzen: {word}',
    nextStep,
  },
  'flexnet-server-incomplete': {
    sentence: 'Zeile {line} der Lizenzdatei nennt einen Server ohne Host-ID: {word}',
    nextStep,
  },
  'flexnet-port-invalid': {
    sentence: 'Zeile {line} der Lizenzdatei nennt einen Port, den es nicht gibt: {word}',
    nextStep,
  },
  'flexnet-server-count': {
    sentence: 'Zeile {line} der Lizenzdatei: Es sind {word} Server, aber es können nur einer oder drei sein.',
    nextStep,
  },
  'flexnet-server-missing': {
    sentence:
      'Zeile {line} der Lizenzdatei zählt Lizenzen von {word}, aber keine Zeile SERVER sagt, wer sie bereitstellt.',
    nextStep,
  },
  'flexnet-vendor-missing': {
    sentence:
      'Zeile {line} der Lizenzdatei braucht den Vendor-Daemon {word}, aber keine Zeile VENDOR nennt ihn.',
    nextStep,
  },
  'flexnet-no-features': { sentence: 'Die Lizenzdatei nennt keine Funktion.', nextStep },
};
