import { assistanceActivity } from './assistance';

export const connection = {
  label: 'Verbindungsstatus',
  state: {
    disabled: 'Ausgeschaltet',
    'not-configured': 'Noch nicht eingerichtet',
    'service-stopped': 'Dienst läuft nicht',
    connecting: 'Verbindung wird hergestellt',
    connected: 'Verbunden',
    failed: 'Verbindung fehlgeschlagen',
  },
  explain: {
    disabled: 'Remote Service ist ausgeschaltet. Es besteht keine Verbindung zum Back-Office.',
    'not-configured': 'Einige Schritte fehlen noch, bevor eine Verbindung hergestellt werden kann.',
    'service-stopped': 'Print ORS Service läuft nicht; es besteht keine Verbindung, und Lizenzen warten.',
    connecting: 'Die Verbindung zum Back-Office wird hergestellt.',
    connected: 'Es besteht eine Verbindung zum Back-Office.',
    failed: 'Es besteht keine Verbindung zum Back-Office.',
  },
  since: 'seit {time}',
  nextTry: 'Nächster Versuch {time}',
  missing: {
    'service-organisation-id': 'Serviceorganisations-ID eingeben',
    'verification-code': 'Verifizierungscode eingeben',
    'licence-server': 'Lizenzserver hinzufügen',
    'serial-number': 'Eine Lizenzdatei mit einer Seriennummer in den Lizenzordner legen',
  },
};

export const licenceServer = {
  state: {
    'up-to-date': 'Aktuell',
    behind: 'Wartet auf die neue Lizenz',
    installing: 'Wird aktualisiert',
    failing: 'Nicht aktualisierbar',
    'waiting-for-operator': 'Von Hand zu kopieren',
    'copied-by-hand': 'Von Hand kopiert',
    'kept-by-hand': 'Andere Lizenz von Hand beibehalten',
    unknown: 'Noch nicht bekannt',
  },
  kind: { local: 'Lokal', remote: 'Entfernt' },
};

export const licenceDifference = {
  reason: {
    initial: 'Erste Lizenz',
    'maintenance-extended': 'Wartung verlängert',
    'features-added': 'Funktionen hinzugefügt',
    'users-added': 'Benutzer hinzugefügt',
    replacement: 'Lizenz ersetzt',
  },
  users: 'Benutzer {from} → {to}',
  usersFirst: 'Benutzer {to}',
  maintenance: 'Wartung bis {to}',
  expiry: 'gültig bis {to}',
  expiryPerpetual: 'unbefristet gültig',
  featureAdded: '{name} hinzugefügt ({quantity})',
  featureRemoved: '{name} entfernt',
  featureQuantity: '{name} {from} → {to}',
  featureExpiry: '{name} gültig bis {to}',
  featureExpiryPerpetual: '{name} unbefristet gültig',
  nothing: 'keine Änderung bei Funktionen, Benutzern oder Terminen',
};

export const activity = {
  kind: {
    'service-started': 'Print ORS Service gestartet',
    'service-stopped': 'Print ORS Service beendet',
    'service-control': 'Start, Ende oder Neustart verlangt',
    'settings-applied': 'Einstellungen gelten',
    'settings-broken': 'Einstellungsdatei konnte nicht gelesen werden',
    'policy-ignored': 'Richtlinie ignoriert',
    connected: 'Mit dem Back-Office verbunden',
    'connection-failed': 'Verbindung fehlgeschlagen',
    'connection-disabled': 'Verbindung ausgeschaltet',
    registered: 'Bei der Serviceorganisation registriert',
    'registration-ended': 'Registrierung durch die Serviceorganisation beendet',
    'licence-received': 'Neue Lizenz empfangen',
    'licence-refused': 'Lizenz zurückgewiesen',
    'licence-changed': 'Was die neue Lizenz geändert hat',
    'licence-installed': 'Lizenz installiert',
    'licence-install-failed': 'Lizenz konnte nicht installiert werden',
    'licence-rolled-back': 'Vorige Lizenz zurückgelegt',
    'licence-recovered': 'Unterbrochene Installation abgeschlossen',
    'licence-imported': 'Lizenz vom Bediener eingebracht',
    'licence-file-imported': 'Lizenzdatei ohne Signatur vom Bediener abgelegt',
    'licence-restored': 'Frühere Lizenzdatei vom Bediener zurückgelegt',
    'licence-file-saved': 'Lizenzdatei vom Bediener gespeichert',
    'licence-request-made': 'Lizenzanforderung vom Bediener erstellt',
    'key-set-renewed': 'Schlüssel der Serviceorganisation erneuert',
    'key-set-refused': 'Schlüssel der Serviceorganisation zurückgewiesen',
    'reread-done': 'Lizenzserver zum Neueinlesen seiner Datei veranlasst',
    'reread-failed': 'Befehl zum Neueinlesen fehlgeschlagen',
    'expiry-notice': 'Ablauf der Lizenz angekündigt',
    'maintenance-notice': 'Wartungsende angekündigt',
    'clock-suspect': 'Uhr dieses Computers scheint falsch zu gehen',
    'event-skipped': 'Nachricht unbekannter Art übersprungen',
    announcement: 'Nachricht der Serviceorganisation',
    'try-again': 'Auf Verlangen erneut versucht',
    'release-index-refused': 'Liste der Softwareversionen zurückgewiesen',
    'release-offered': 'Ein Update wird angeboten',
    'update-download-asked': 'Herunterladen des Updates verlangt',
    'update-paused': 'Herunterladen des Updates angehalten',
    'update-downloaded': 'Update heruntergeladen und geprüft',
    'update-refused': 'Heruntergeladenes Update zurückgewiesen',
    'update-install-asked': 'Installation des Updates begonnen',
    'update-installed': 'Update installiert',
    'connection-checked': 'Verbindung geprüft',
    'licence-marked-as-copied': 'Lizenz als von Hand kopiert markiert',
    'licence-found-copied': 'Von Hand kopierte Lizenz gefunden',
    'entitlement-skipped': 'Update installiert, ohne zu fragen, ob die Wartung es abdeckt',
    ...assistanceActivity,
  },
  actor: { service: 'Print ORS Service', operator: 'Bediener', 'back-office': 'Serviceorganisation' },
};

export const consequence = {
  connects: 'Das Speichern verbindet diese Installation mit dem Back-Office.',
  disconnects:
    'Das Speichern beendet die Verbindung zum Back-Office und eine laufende Sitzung der Remoteunterstützung; Lizenzen warten, bis sie wieder eingeschaltet wird.',
  'registers-again': 'Das Speichern registriert diese Installation erneut.',
  reconnects: 'Das Speichern verbindet Print ORS Service neu.',
  'licence-servers-read': 'Das Speichern liest die Lizenzserver erneut.',
  'licence-server-removed': 'Ein Lizenzserver wird nach dem Speichern nicht mehr aktualisiert.',
};

export const notification = {
  licenceInstalled: 'Neue Lizenz installiert',
  connectionFailed: 'Verbindung fehlgeschlagen',
  connectionBack: 'Wieder verbunden',
};

export const tray = {
  stopAssistance: 'Remoteunterstützung beenden',
  assistance: 'Remoteunterstützung läuft',
  open: 'Remote Service öffnen',
  tryNow: 'Verbindung erneut versuchen',
  check: 'Verbindung prüfen',
  quit: 'Beenden',
  view: 'Ansicht',
  zoomIn: 'Größerer Text',
  zoomOut: 'Kleinerer Text',
  resetZoom: 'Normale Textgröße',
  close: 'Fenster schließen',
  tooltip: 'Remote Service: {state}',
};
