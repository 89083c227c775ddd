export const errorManual = {
  'licence-package-missing': {
    sentence: 'Es gibt noch kein Lizenzpaket und deshalb keine Lizenzdatei zum Speichern.',
    nextStep:
      'Stellen Sie die Verbindung zum Back-Office her, oder importieren Sie das Lizenzpaket, das Sie erhalten haben.',
  },
  'serial-number-missing': {
    sentence: 'Die Seriennummer ist noch nicht bekannt; deshalb kann keine Lizenz angefordert werden.',
    nextStep: 'Legen Sie die erste Lizenzdatei in den Lizenzordner; die Seriennummer wird daraus gelesen.',
  },
  'backup-missing': {
    sentence: 'Diese frühere Lizenzdatei wird nicht mehr aufbewahrt.',
    nextStep: 'Wählen Sie eine andere aus dem Verlauf.',
  },
  'backup-unusable': {
    sentence: 'Diese frühere Lizenzdatei ist beschädigt oder wurde seit der Aufbewahrung verändert.',
    nextStep: 'Wählen Sie eine andere aus dem Verlauf.',
  },
  'file-not-saved': {
    sentence: 'Die Datei {file} konnte nicht gespeichert werden.',
    nextStep: 'Wählen Sie einen Ort, an dem Sie schreiben dürfen und an dem Platz ist.',
  },
  'file-exists': {
    sentence: 'Es gibt bereits eine Datei namens {file}; sie blieb, wie sie ist.',
    nextStep: 'Wählen Sie einen anderen Namen, oder ergänzen Sie --force, um sie zu ersetzen.',
  },
};
