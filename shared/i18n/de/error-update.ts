export const errorUpdate = {
  'update-index-refused': {
    sentence:
      'Die Liste der Softwareversionen hat die Prüfung nicht bestanden ({reason}); sie wurde zweimal abgefragt.',
    nextStep: 'Es wurde nichts heruntergeladen. Bleibt es dabei, informieren Sie den Helpdesk.',
  },
  'update-hash-mismatch': {
    sentence:
      'Das heruntergeladene Update ist nicht das vom Hersteller signierte; es wurde zweimal abgerufen und verworfen.',
    nextStep:
      'Wählen Sie „Herunterladen“, um es noch einmal abzurufen. Gelingt es wieder nicht, informieren Sie den Helpdesk.',
  },
  'update-too-large': {
    sentence:
      'Es kam mehr als die signierte Größe des Updates; das Herunterladen wurde beendet und das Update verworfen.',
    nextStep:
      'Wählen Sie „Herunterladen“, um es noch einmal abzurufen. Gelingt es wieder nicht, informieren Sie den Helpdesk.',
  },
  'update-disk-full': {
    sentence: 'Für das Update ist nicht genug Platz frei.',
    nextStep: 'Schaffen Sie Platz; das Herunterladen geht dann automatisch weiter.',
  },
  'update-folder-unusable': {
    sentence: 'Das Update konnte nicht in den Downloadordner von Print ORS Service geschrieben werden.',
    nextStep: 'Prüfen Sie den Datenträger dieses Computers, und wählen Sie dann „Herunterladen“.',
  },
  'update-none': {
    sentence: 'Es gibt kein Update zum Herunterladen.',
    nextStep: 'Suchen Sie später erneut nach Updates.',
  },
  'update-not-downloaded': {
    sentence: 'Das Update ist noch nicht auf diesem Computer.',
    nextStep: 'Warten Sie, bis es heruntergeladen und geprüft ist, und installieren Sie es dann.',
  },
  'update-changed': {
    sentence:
      'Das heruntergeladene Update wurde nach der Prüfung verändert; es wurde verworfen und wird neu abgerufen.',
    nextStep: 'Warten Sie, bis es wieder heruntergeladen und geprüft ist.',
  },
  'update-installer-unknown': {
    sentence: 'Dieser Computer kann ein Installationsprogramm dieser Art nicht selbst starten.',
    nextStep: 'Fragen Sie den Helpdesk, wie dieses Update installiert wird.',
  },
  'update-install-refused': {
    sentence: 'Das System hat die Installation des Updates nicht zugelassen.',
    nextStep: 'Bitten Sie einen Administrator dieses Computers, es zu installieren.',
  },
  'update-install-failed': {
    sentence: 'Das Update konnte nicht installiert werden; die verwendete Version bleibt.',
    nextStep: 'Versuchen Sie es erneut. Gelingt es wieder nicht, informieren Sie den Helpdesk.',
  },
};
