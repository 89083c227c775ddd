export const errorConnection = {
  'untrusted-sender': {
    sentence: 'Die Anforderung kam nicht von einer Seite dieses Programms und wurde zurückgewiesen.',
    nextStep: 'Schließen Sie das Programm, und öffnen Sie es wieder.',
  },
  'bad-input': {
    sentence: 'Die Anforderung wurde nicht verstanden.',
    nextStep: 'Prüfen Sie die Eingabe, und versuchen Sie es erneut.',
  },
  internal: {
    sentence: 'Im Programm ist ein Fehler aufgetreten.',
    nextStep:
      'Versuchen Sie es erneut. Geschieht es wieder, nennen Sie dem Helpdesk die Referenz unter „Details“.',
  },
  'page-broken': {
    sentence: 'Das Fenster ist mehrmals hintereinander ausgefallen.',
    nextStep:
      'Versuchen Sie es erneut, oder melden Sie sich an diesem Computer ab und wieder an. Print ORS Service hängt nicht vom Fenster ab und läuft weiter.',
  },
  'not-allowed': {
    sentence: 'Ihr Benutzerkonto darf das nicht tun.',
    nextStep: 'Bitten Sie ein Mitglied der Bedienergruppe darum.',
  },
  'not-operator': {
    sentence:
      'Ihr Benutzerkonto gehört nicht zur Gruppe {group}; Print ORS Service antwortet ihm deshalb nicht.',
    nextStep:
      'Bitten Sie den Administrator dieses Computers, es in die Gruppe aufzunehmen, und melden Sie sich dann ab und wieder an.',
  },
  'service-stopped': {
    sentence: 'Print ORS Service läuft nicht.',
    nextStep: 'Starten Sie Print ORS Service.',
  },
  'service-untrusted': {
    sentence: 'An der Stelle von Print ORS Service steht ein anderes Programm; ihm wurde nichts gesendet.',
    nextStep:
      'Informieren Sie Ihren Systemadministrator; der Ordner des Dienstes könnte verändert worden sein.',
  },
  'service-version': {
    sentence: 'Das Programm und Print ORS Service haben verschiedene Versionen.',
    nextStep:
      'Schließen Sie das Programm, und öffnen Sie es wieder; hilft das nicht, installieren Sie es neu.',
  },
  'service-busy': {
    sentence: 'Print ORS Service hat zu viele offene Anforderungen.',
    nextStep: 'Warten Sie einen Augenblick, und versuchen Sie es erneut.',
  },
  'service-already-running': {
    sentence: 'Print ORS Service läuft für diesen Datenordner bereits.',
    nextStep: 'Verwenden Sie den laufenden Dienst, oder beenden Sie ihn zuerst.',
  },
  'socket-in-the-way': {
    sentence:
      'Unter {file} steht etwas, das nicht zu Print ORS Service gehört; der Dienst startet deshalb nicht.',
    nextStep: 'Stellen Sie fest, was es ist, entfernen Sie es, und starten Sie Print ORS Service erneut.',
  },
  'verification-code-wrong': {
    sentence: 'Die Serviceorganisation akzeptiert den Verifizierungscode nicht.',
    nextStep:
      'Fragen Sie den Helpdesk nach dem aktuellen Code, und geben Sie ihn unter „Verifizierungscode“ ein.',
  },
  'registration-blocked': {
    sentence: 'Die Serviceorganisation hat diese Installation gesperrt.',
    nextStep: 'Rufen Sie den Helpdesk an.',
  },
  'organisation-unknown': {
    sentence: 'Es gibt keine Serviceorganisation mit dieser ID.',
    nextStep: 'Prüfen Sie die Serviceorganisations-ID; der Helpdesk kennt sie.',
  },
  'serial-number-unknown': {
    sentence: 'Die Serviceorganisation kennt diese Seriennummer nicht.',
    nextStep:
      'Prüfen Sie unter „System“, „Lizenz“, ob die richtige Lizenz installiert ist, und rufen Sie dann den Helpdesk an.',
  },
  'installation-removed': {
    sentence: 'Die Serviceorganisation hat diese Installation entfernt.',
    nextStep: 'Rufen Sie den Helpdesk an, und wählen Sie dann „Erneut versuchen“.',
  },
  'registration-ended': {
    sentence: 'Die Serviceorganisation hat die Registrierung dieser Installation beendet.',
    nextStep: 'Rufen Sie den Helpdesk an, und wählen Sie dann „Erneut versuchen“.',
  },
  'token-refused': {
    sentence:
      'Das Back-Office akzeptiert diese Installation nicht mehr, auch nicht nach erneuter Registrierung.',
    nextStep: 'Rufen Sie den Helpdesk an, und wählen Sie dann „Erneut versuchen“.',
  },
  'back-office-name-not-found': {
    sentence: 'Der Name des Back-Office wurde im Netzwerk nicht gefunden.',
    nextStep: 'Prüfen Sie die Netzwerkverbindung und den Namensserver dieses Computers.',
  },
  'back-office-unreachable': {
    sentence: 'Das Back-Office ist nicht erreichbar.',
    nextStep: 'Prüfen Sie die Netzwerkverbindung. Es wird automatisch erneut versucht.',
  },
  'back-office-timed-out': {
    sentence: 'Das Back-Office hat nicht rechtzeitig geantwortet.',
    nextStep:
      'Nichts zu tun: Es wird automatisch erneut versucht. Hält es an, prüfen Sie die Netzwerkverbindung.',
  },
  'back-office-busy': {
    sentence: 'Das Back-Office ist ausgelastet und bittet um Geduld.',
    nextStep: 'Nichts zu tun: Es wird automatisch erneut versucht.',
  },
  'back-office-error': {
    sentence: 'Das Back-Office selbst hat eine Störung.',
    nextStep: 'Nichts zu tun: Es wird automatisch erneut versucht. Hält es an, rufen Sie den Helpdesk an.',
  },
  'back-office-forbids': {
    sentence: 'Das Back-Office oder etwas auf dem Weg dorthin lässt diesen Computer nicht zu.',
    nextStep:
      'Es wird automatisch erneut versucht. Hält es an, fragen Sie Ihren Netzwerkadministrator, und rufen Sie dann den Helpdesk an.',
  },
  'back-office-not-there': {
    sentence: 'An der Adresse des Back-Office antwortet ein Server, aber dort ist kein Back-Office.',
    nextStep: 'Es wird automatisch erneut versucht. Hält es an, rufen Sie den Helpdesk an.',
  },
  'back-office-address-refused': {
    sentence: 'Die Adresse des Back-Office ist nicht sicher.',
    nextStep:
      'Informieren Sie den Helpdesk: Das Herstellerprofil dieses Programms braucht eine https-Adresse.',
  },
  'answer-too-large': {
    sentence: 'Das Back-Office hat mehr gesendet als erlaubt; die Antwort wurde verworfen.',
    nextStep: 'Nichts zu tun: Es wird automatisch erneut versucht. Hält es an, rufen Sie den Helpdesk an.',
  },
  'answer-too-slow': {
    sentence: 'Die Antwort des Back-Office kam zu langsam.',
    nextStep: 'Prüfen Sie die Netzwerkverbindung. Es wird automatisch erneut versucht.',
  },
  'answer-unusable': {
    sentence: 'Die Antwort des Back-Office war nicht verwendbar.',
    nextStep: 'Nichts zu tun: Es wird automatisch erneut versucht. Hält es an, rufen Sie den Helpdesk an.',
  },
  'sign-in-page': {
    sentence: 'Anstelle des Back-Office hat eine Anmeldeseite des Netzwerks geantwortet.',
    nextStep:
      'Öffnen Sie auf diesem Computer einen Browser, melden Sie sich im Netzwerk an, und wählen Sie dann „Erneut versuchen“.',
  },
  'redirect-refused': {
    sentence:
      'Das Back-Office oder etwas auf dem Weg dorthin verwies auf eine andere Adresse; dem wurde nicht gefolgt.',
    nextStep: 'Informieren Sie Ihren Netzwerkadministrator oder den Helpdesk.',
  },
  'certificate-untrusted': {
    sentence: 'Das Zertifikat des Back-Office ist nicht vertrauenswürdig (ausgestellt von {issuer}).',
    nextStep:
      'Fragen Sie Ihren Netzwerkadministrator, ob Verbindungen untersucht werden, und rufen Sie den Helpdesk an.',
  },
  'certificate-expired': {
    sentence: 'Das Zertifikat des Back-Office ist abgelaufen oder noch nicht gültig.',
    nextStep: 'Prüfen Sie Datum und Uhrzeit dieses Computers, und rufen Sie dann den Helpdesk an.',
  },
  'certificate-wrong-name': {
    sentence: 'Das Zertifikat gehört einem anderen Server als dem Back-Office.',
    nextStep: 'Informieren Sie Ihren Netzwerkadministrator oder den Helpdesk.',
  },
  'proxy-unreachable': {
    sentence: 'Der Proxyserver ist nicht erreichbar.',
    nextStep: 'Prüfen Sie die Proxy-URL und ob der Proxyserver läuft.',
  },
  'proxy-refused': {
    sentence: 'Der Proxyserver lässt die Verbindung zum Back-Office nicht durch.',
    nextStep:
      'Bitten Sie Ihren Netzwerkadministrator, die Adresse des Back-Office zuzulassen; möglicherweise kann auch der Proxyserver sie nicht erreichen.',
  },
  'proxy-detection-failed': {
    sentence: 'Die Proxyeinstellungen des Systems konnten nicht rechtzeitig erkannt werden.',
    nextStep:
      'Das Proxyskript Ihres Netzwerks ist möglicherweise fehlerhaft. Wählen Sie „Proxyserver verwenden“, und geben Sie die Proxy-URL ein.',
  },
  'proxy-login-required': {
    sentence: 'Der Proxyserver verlangt eine Anmeldung.',
    nextStep:
      'Wählen Sie „Proxyserver verwenden“, schalten Sie „Proxyserver-Authentifizierung“ ein, und geben Sie die Anmeldedaten ein; Ihr Netzwerkadministrator kennt sie.',
  },
  'proxy-login-refused': {
    sentence: 'Der Proxyserver hat die Anmeldung abgelehnt.',
    nextStep:
      'Sie wurde einmal versucht und wird nicht automatisch wiederholt. Prüfen Sie Proxydomäne, Proxybenutzername und Proxykennwort, und speichern Sie dann.',
  },
  'keychain-damaged': {
    sentence:
      'Der Schlüsselspeicher von Print ORS Service war beschädigt. Seine Dateien wurden aufbewahrt, und ein neuer wurde angelegt.',
    nextStep:
      'Geben Sie den Verifizierungscode und gegebenenfalls das Proxykennwort erneut ein, und speichern Sie dann.',
  },
  'keychain-unavailable': {
    sentence: 'Der Schlüsselspeicher dieses Benutzerkontos ist gesperrt oder nicht verfügbar.',
    nextStep:
      'Entsperren Sie den Schlüsselspeicher (melden Sie sich am Desktop an), und versuchen Sie es dann erneut.',
  },
  disabled: {
    sentence: 'Remote Service ist ausgeschaltet.',
    nextStep:
      'Schalten Sie unter „Remote Service“ die Option „Aktiviert“ ein, und speichern Sie; vorher verlässt nichts diesen Computer.',
  },
  'details-missing': {
    sentence: 'Die Einstellungen sind noch nicht vollständig; deshalb wurde keine Verbindung hergestellt.',
    nextStep: 'Ergänzen Sie unter „Remote Service“, was fehlt, und speichern Sie.',
  },
  'proxy-name-not-found': {
    sentence: 'Der Name des Proxyservers wurde im Netzwerk nicht gefunden.',
    nextStep: 'Prüfen Sie die Proxy-URL; Ihr Netzwerkadministrator kennt sie.',
  },
  'proxy-found-no-way': {
    sentence: 'Der Proxyserver antwortet, kommt aber selbst nicht bis zum Back-Office.',
    nextStep:
      'Fragen Sie Ihren Netzwerkadministrator, ob der Proxyserver das Internet erreicht und Namen auflöst.',
  },
  'clock-off': {
    sentence: 'Die Uhr dieses Computers weicht um etwa {minutes} Minuten ab.',
    nextStep: 'Stellen Sie Datum und Uhrzeit dieses Computers, und prüfen Sie dann erneut.',
  },
  'secret-unreadable': {
    sentence: 'Der gespeicherte Verifizierungscode kann auf diesem Computer nicht geöffnet werden.',
    nextStep: 'Geben Sie den Verifizierungscode erneut ein, und speichern Sie.',
  },
};
