export const errorServerHealth = {
  'licence-ports-invalid': {
    sentence: 'Das ist kein Port eines Lizenzservers.',
    nextStep:
      'Geben Sie einen Port ein, zum Beispiel 27000, oder einen Bereich wie 27000-27009; lassen Sie das Feld für jeden Port leer.',
  },
  'licence-host-invalid': {
    sentence: 'Das ist nicht der Name eines Computers.',
    nextStep: 'Geben Sie nur den Hostnamen oder die Adresse ein, ohne Port.',
  },
  'reread-command-not-absolute': {
    sentence: 'Das Programm des Befehls zum Neueinlesen ist nicht mit vollständigem Pfad angegeben.',
    nextStep: 'Geben Sie in der ersten Zeile das Programm mit seinem Pfad ein, vom obersten Ordner an.',
  },
  'reread-not-started': {
    sentence:
      'Der Befehl zum Neueinlesen von {name} konnte nicht gestartet werden. Die neue Lizenz ist trotzdem installiert.',
    nextStep: 'Prüfen Sie, ob es das Programm gibt und ob das Konto von Print ORS Service es ausführen darf.',
  },
  'reread-failed': {
    sentence:
      'Der Befehl zum Neueinlesen von {name} endete mit dem Code {exitCode}. Die neue Lizenz ist trotzdem installiert.',
    nextStep:
      'Versuchen Sie den Befehl von Hand, oder lassen Sie den Lizenzserver seine Lizenzdatei erneut lesen.',
  },
  'reread-timed-out': {
    sentence:
      'Der Befehl zum Neueinlesen von {name} endete nicht von selbst innerhalb von 30 Sekunden. Die neue Lizenz ist trotzdem installiert.',
    nextStep:
      'Versuchen Sie den Befehl von Hand, oder lassen Sie den Lizenzserver seine Lizenzdatei erneut lesen.',
  },
};
