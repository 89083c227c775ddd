export const pageOverview = {
  connection: 'Verbindung',
  licence: 'Lizenz',
  licenceServers: 'Lizenzserver',
  state: 'Status',
  nextTry: 'Nächster Versuch',
  organisation: 'Serviceorganisation',
  serviceStarting: 'Print ORS Service wird gestartet.',
  lastSignedProof: 'Letzter signierter Nachweis',
  noProof: 'Noch keiner',
  allOfLicence: 'Alles über die Lizenz',
  noLicence: 'Es gibt noch keine Lizenz.',
  noLicenceServer: 'Es ist kein Lizenzserver eingerichtet.',
  firstRun: {
    title: 'Drei Schritte bis zur ersten Verbindung',
    note: 'Danach erneuern sich Lizenzen von selbst.',
    identity: {
      title: 'Serviceorganisations-ID und Verifizierungscode eingeben',
      help: 'Sie erhalten beides von Ihrer Serviceorganisation.',
      action: 'ID und Code eingeben',
    },
    'licence-server': {
      title: 'Lizenzserver hinzufügen',
      help: 'Der Ordner, aus dem der Lizenzserver auf diesem Computer seine Lizenzdatei liest.',
      action: 'Lizenzserver hinzufügen',
    },
    connect: {
      title: 'Verbinden',
      'serial-number':
        'Die Seriennummer wird aus der Lizenzdatei im Lizenzordner gelesen. Dort liegt noch keine: Legen Sie die erste Lizenzdatei dort ab.',
      switch: 'Schalten Sie Remote Service ein, und speichern Sie.',
      connection: 'Die Verbindung wird hergestellt. Das dauert einige Sekunden.',
      action: 'Einschalten',
    },
  },
  attention: {
    title: 'Was zu erledigen ist',
    notice: 'Bitte beachten Sie',
    'settings-kept-aside': {
      title: 'Die Einstellungen beginnen mit ihren Standardwerten',
      text: 'Die frühere Datei ist als {file} aufbewahrt.',
    },
    'refused-licence': { title: 'Eine neue Lizenz wurde zurückgewiesen; die installierte bleibt' },
    clock: {
      title: 'Die Uhr dieses Computers scheint falsch zu gehen',
      text: 'Sie zeigt {clock}, es ist aber frühestens {floor}. Prüfen Sie Datum und Uhrzeit. Deswegen wird nichts abgeschaltet.',
    },
  },
  service: {
    name: 'Print ORS Service',
    state: { running: 'läuft', stopped: 'läuft nicht', starting: 'wird gestartet' },
    version: 'Version {version}',
    account: 'Konto {account}',
    mode: { embedded: 'von diesem Programm gestartet', installed: 'auf diesem Computer installiert' },
    keychain: {
      os: 'Schlüssel im Schlüsselspeicher des Systems',
      file: 'Schlüssel in einer geschützten Datei',
    },
  },
};
