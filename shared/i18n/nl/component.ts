export const component = {
  field: { locked: 'Ingesteld door {by}. U kunt dit hier niet wijzigen.' },
  secret: {
    show: 'Tonen',
    hide: 'Verbergen',
    stored: 'Ingesteld. Typ om te vervangen',
    neverShown: 'De ingestelde waarde wordt nooit getoond. Typ een nieuwe waarde om die te zien.',
    empty: 'Er is nog niets om te tonen.',
  },
  saveBar: {
    save: 'Opslaan',
    cancel: 'Annuleren',
    unchanged: 'Er is nog niets gewijzigd.',
    check: 'Er is nog niets opgeslagen. Controleer:',
  },
  table: { actions: 'Acties' },
  dialog: { close: 'Sluiten', cancel: 'Annuleren' },
  banner: { dismiss: 'Dit bericht sluiten' },
  skeleton: { loading: 'Laden' },
  copy: { copied: 'Gekopieerd', refused: 'Kopiëren is mislukt. Selecteer de tekst en kopieer die zelf.' },
  pageHeader: { place: 'Plaats in de structuur' },
  step: { done: 'Voltooid', current: 'Volgende stap', waiting: 'Wacht op de voorgaande stappen' },
};
