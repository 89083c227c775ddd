export const commandAnswer = {
  entitlement: {
    entitled: 'La versione {version} del {released} è coperta: la manutenzione dura fino al {until}.',
    'not-entitled':
      'La versione {version} del {released} non è coperta: la manutenzione copre le versioni fino al {until}. Farla prolungare, poi installare questa versione.',
    'clock-suspect':
      "La versione {version} del {released} è coperta fino al {until}, ma l'orologio di questo computer sembra errato. Regolare l'orologio.",
  },
  settings: {
    exported: 'Scritto in {file}.',
    leftOut: 'Tralasciati perché segreti: {keys}. Impostarli di nuovo dove il file viene importato.',
    unchanged: 'Nulla da modificare: le impostazioni sono già come nel file.',
    change: '{key}: {before} -> {after}',
    dryRun: 'Non è stato salvato nulla.',
    locked: 'fissato dai criteri',
  },
  report: {
    written:
      "Rapporto per l'assistenza scritto in {file} ({bytes} byte). Non contiene dati segreti; esaminarlo prima di inviarlo.",
  },
};
