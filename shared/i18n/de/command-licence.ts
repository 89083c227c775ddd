export const commandLicence = {
  exported: 'Lizenzdatei {sequence} ist als {file} gespeichert',
  requested:
    'Die Anforderung für {serialNumber} mit der Lizenz {sequence} ist unter der Referenz {reference} als {file} gespeichert. Bringen Sie sie zu Ihrer Serviceorganisation, und installieren Sie die Antwort mit: remote-service licence install FILE',
  noReason: 'auf der Befehlszeile verlangt',
  recordWhole: 'Das Aktivitätsprotokoll ist vollständig: {count} Einträge.',
  recordBroken:
    'Das Aktivitätsprotokoll wurde verändert oder ist unvollständig: Eintrag {number} passt als erster nicht zu dem, was davor geschrieben wurde. Exportieren Sie es, und rufen Sie den Helpdesk an.',
};
