export const licenceServerAdvanced = {
  summary: 'Erweitert',
  host: 'Computer des Lizenzservers',
  hostHelpLocal: 'Wo der Lizenzdienst an seinem Port abgefragt wird; leer bedeutet: auf diesem Computer.',
  hostHelpRemote:
    'Wo der Lizenzdienst an seinem Port abgefragt wird; leer bedeutet: auf dem Computer, der den Ordner freigibt.',
  ports: 'Port',
  portsHelp:
    'Ein Port oder ein Bereich; leer bedeutet: der in der Lizenzdatei festgelegte, sonst 27000-27009.',
  hostId: 'Host-ID',
  hostIdHelp:
    'Eine Lizenzdatei, die an eine andere Host-ID gebunden ist, wird hier nicht installiert. Leer bedeutet: die der vorhandenen Datei.',
  reread: 'Befehl zum Neueinlesen',
  rereadHelp:
    'Wird nach der Installation einer neuen Lizenz mit dem Konto von Print ORS Service ausgeführt. Ein Wort je Zeile, zuerst das Programm mit vollständigem Pfad; lassen Sie das Feld leer, wenn der Lizenzserver es selbst bemerkt.',
  confirm: {
    title: 'Diesen Befehl nach jeder neuen Lizenz ausführen?',
    message:
      'Print ORS Service führt ihn mit seinem eigenen Konto genau so aus, wie er hier steht: ohne Shell und mit leerer Umgebung, höchstens 30 Sekunden lang.',
    word: 'Wort {number}',
    yes: 'Diesen Befehl verwenden',
    no: 'Zurück',
  },
};
