export const component = {
  field: { locked: 'Festgelegt durch {by}. Hier nicht änderbar.' },
  secret: {
    show: 'Anzeigen',
    hide: 'Verbergen',
    stored: 'Festgelegt. Zum Ersetzen eingeben',
    neverShown: 'Der festgelegte Wert wird nie angezeigt. Geben Sie einen neuen ein, um ihn zu sehen.',
    empty: 'Es gibt noch nichts anzuzeigen.',
  },
  saveBar: {
    save: 'Speichern',
    cancel: 'Abbrechen',
    unchanged: 'Es wurde noch nichts geändert.',
    check: 'Es ist noch nichts gespeichert. Bitte prüfen Sie:',
  },
  table: { actions: 'Aktionen' },
  dialog: { close: 'Schließen', cancel: 'Abbrechen' },
  banner: { dismiss: 'Diese Meldung ausblenden' },
  skeleton: { loading: 'Wird geladen' },
  copy: {
    copied: 'Kopiert',
    refused: 'Das Kopieren ist nicht gelungen. Markieren Sie den Text, und kopieren Sie ihn von Hand.',
  },
  pageHeader: { place: 'Ort in der Navigation' },
  step: { done: 'Erledigt', current: 'Nächster Schritt', waiting: 'Wartet auf die Schritte davor' },
};
