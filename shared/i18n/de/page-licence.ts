export const pageLicence = {
  inForce: 'Gültige Lizenz',
  inForceNote: 'Was die neueste Lizenz Ihrer Serviceorganisation gewährt.',
  customer: 'Kunde',
  lastChange: 'Letzte Änderung',
  hostId: 'Host-ID',
  fileDate: 'Dateidatum',
  noSequence: 'Die Datei kam ohne Nummer',
  installedFile: 'Installierte Lizenzdatei',
  featuresOn: 'Funktionen auf {name}',
  service: 'Lizenzdienst',
  serving: {
    serving: 'Antwortet auf Port {port} von {host}',
    'not-serving': 'Antwortet auf {host} noch nicht',
    'not-asked': 'Noch nicht abgefragt',
  },
  servingNote: {
    serving: 'abgefragt {time}',
    'not-serving': 'abgefragt {time}; möglicherweise muss er noch gestartet werden',
    'not-asked': '„Verbindung prüfen“ fragt ihn ab, ebenso jede neue Lizenz',
  },
  noFile: 'Hier wurde noch keine Lizenzdatei gelesen.',
  stopped: 'Was installiert ist, wird angezeigt, sobald der Dienst läuft.',
  setUp: {
    title: 'Lizenzserver einrichten',
    text: 'Nennen Sie den Ordner, aus dem der Lizenzserver seine Lizenzdatei liest. Daraus wird die Seriennummer gelesen, und dort werden neue Lizenzen installiert.',
  },
};
