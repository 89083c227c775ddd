export const errorSettings = {
  'settings-broken': {
    sentence:
      'Die Einstellungsdatei konnte nicht gelesen werden. Sie wurde unverändert aufbewahrt, und es gelten die Standardwerte.',
    nextStep: 'Prüfen Sie die Einstellungen, und speichern Sie sie.',
  },
  'settings-newer': {
    sentence:
      'Die Einstellungsdatei stammt von einer neueren Version dieses Programms. Sie wurde unverändert aufbewahrt, und es gelten die Standardwerte.',
    nextStep: 'Aktualisieren Sie dieses Programm, oder geben Sie die Einstellungen erneut ein.',
  },
  'settings-changed-meanwhile': {
    sentence: 'Die Einstellungen wurden inzwischen an anderer Stelle geändert.',
    nextStep: 'Sehen Sie sich die jetzigen Einstellungen an, und ändern Sie sie dann erneut.',
  },
  'settings-locked': {
    sentence: 'Ein anderes Programm speichert in diesem Augenblick die Einstellungen.',
    nextStep: 'Warten Sie einen Augenblick, und speichern Sie erneut.',
  },
  'settings-not-writable': {
    sentence: 'Die Datei konnte nicht gespeichert werden; was vorher gespeichert war, ist unverändert.',
    nextStep: 'Prüfen Sie, ob auf dem Datenträger Platz ist und ob Sie dort schreiben dürfen.',
  },
  'settings-invalid': {
    sentence: 'Die Einstellungen enthalten einen Fehler und wurden nicht gespeichert.',
    nextStep: 'Berichtigen Sie die markierten Felder, und speichern Sie erneut.',
  },
  'setting-locked': {
    sentence: 'Diese Einstellung ist durch eine Richtlinie der Organisation festgelegt. {by}',
    nextStep: 'Fragen Sie, wer für die Richtlinie zuständig ist.',
  },
  'policy-untrusted': {
    sentence: 'Die Richtlinie {file} wird ignoriert, weil ihr nicht vertraut werden kann ({why}).',
    nextStep:
      'Lassen Sie einen Administrator dafür sorgen, dass die Datei und ihr Ordner root oder den Administratoren gehören, dass niemand sonst sie beschreiben darf und dass jeder die Datei lesen darf.',
  },
  'policy-invalid': {
    sentence: 'Die Richtlinie {file} wird ignoriert, weil sie bei {detail} einen Fehler hat.',
    nextStep:
      'Lassen Sie sie von einem Administrator berichtigen. Ihre Form zeigt: remote-service schema policy',
  },
  'setting-unknown': {
    sentence: 'Es gibt keine Einstellung mit dem Namen {key}.',
    nextStep: 'Die Namen zeigt: settings get',
  },
  'setting-not-available': {
    sentence: 'Diese Version des Programms bietet diese Einstellung nicht an.',
    nextStep: 'Wählen Sie eine andere Einstellung.',
  },
  'setting-value-wrong': {
    sentence: 'Dieser Wert passt nicht zu {key}.',
    nextStep:
      'Geben Sie true oder false an, eine Zahl, eines der vorgesehenen Wörter oder JSON für eine Liste, je nach Einstellung.',
  },
  'setting-required': {
    sentence: 'Dieses Feld muss ausgefüllt werden.',
    nextStep: 'Geben Sie einen Wert ein.',
  },
  'setting-too-long': {
    sentence: 'Dieser Wert ist zu lang.',
    nextStep: 'Geben Sie höchstens {max} Zeichen ein.',
  },
  'setting-characters': {
    sentence: 'Dieser Wert enthält Zeichen, die hier nicht verwendet werden können.',
    nextStep: 'Geben Sie ihn von Hand neu ein; beim Kopieren können unsichtbare Zeichen mitkommen.',
  },
  'proxy-url-invalid': {
    sentence: 'Das ist nicht die Adresse eines Proxyservers.',
    nextStep: 'Geben Sie den Hostnamen und den Port ein, zum Beispiel proxy.example.com:8080',
  },
  'proxy-url-required': {
    sentence: 'Die Adresse des Proxyservers fehlt.',
    nextStep: 'Geben Sie den Hostnamen und den Port ein, zum Beispiel proxy.example.com:8080',
  },
  'proxy-user-name-required': {
    sentence: 'Der Proxybenutzername fehlt.',
    nextStep:
      'Geben Sie den Benutzernamen für den Proxyserver ein, oder schalten Sie „Proxyserver-Authentifizierung“ aus.',
  },
  'proxy-password-required': {
    sentence: 'Das Proxykennwort fehlt.',
    nextStep:
      'Geben Sie das Kennwort für den Proxyserver ein, oder schalten Sie „Proxyserver-Authentifizierung“ aus.',
  },
  'proxy-detect-with-assistance': {
    sentence: 'Remoteunterstützung funktioniert nicht mit automatisch erkannten Proxyeinstellungen.',
    nextStep:
      'Wählen Sie „Kein Proxyserver“ oder „Proxyserver verwenden“, oder erlauben Sie keine Remoteunterstützung.',
  },
  'certificate-unreadable': {
    sentence: 'Das ist kein Zertifikat.',
    nextStep:
      'Wählen Sie eine Datei mit einem Zertifikat Ihrer Organisation (PEM oder DER); Ihr Netzwerkadministrator hat es.',
  },
  'certificate-no-authority': {
    sentence: 'Das Zertifikat {name} gehört einem einzelnen Server und kann nicht für andere bürgen.',
    nextStep: 'Wählen Sie das Zertifikat der Zertifizierungsstelle, die es ausgestellt hat.',
  },
  'certificate-out-of-date': {
    sentence: 'Das Zertifikat {name} ist zurzeit nicht gültig.',
    nextStep:
      'Fragen Sie Ihren Netzwerkadministrator nach dem aktuellen Zertifikat, und prüfen Sie die Uhr dieses Computers.',
  },
  'licence-path-required': {
    sentence: 'Der Lizenzpfad fehlt.',
    nextStep: 'Wählen Sie den Ordner, in dem die Lizenzdatei liegt.',
  },
  'licence-path-not-absolute': {
    sentence: 'Der Lizenzpfad ist nicht vollständig.',
    nextStep: 'Geben Sie den ganzen Pfad ein, vom obersten Ordner an.',
  },
  'licence-server-name-taken': {
    sentence: 'Ein anderer Lizenzserver hat diesen Namen.',
    nextStep: 'Geben Sie einen anderen Namen ein.',
  },
  'licence-server-path-taken': {
    sentence: 'Ein anderer Lizenzserver verwendet diesen Ordner.',
    nextStep: 'Wählen Sie einen anderen Ordner.',
  },
  'licence-server-unknown': {
    sentence: 'Dieser Lizenzserver steht nicht in den gespeicherten Einstellungen.',
    nextStep: 'Speichern Sie zuerst die Einstellungen.',
  },
  'licence-file-name-invalid': {
    sentence: 'Das ist kein verwendbarer Dateiname.',
    nextStep: 'Verwenden Sie nur Buchstaben, Ziffern, Punkte und Bindestriche.',
  },
  'settings-document-unusable': {
    sentence: 'Die Datei enthält keine Einstellungen, die importiert werden können: {detail}.',
    nextStep:
      'Exportieren Sie die Einstellungen erneut, oder berichtigen Sie die Datei. Es wurde nichts geändert.',
  },
  'secret-from-stdin': {
    sentence: 'Ein Geheimnis wird nicht von der Befehlszeile genommen, wo andere es lesen könnten.',
    nextStep: 'Geben Sie einen Bindestrich als Wert an, und senden Sie das Geheimnis an die Standardeingabe.',
  },
  'command-unknown': {
    sentence: 'Es gibt keinen Befehl {command}.',
    nextStep: 'Die Befehle zeigt: --help',
  },
  'usage-wrong': {
    sentence: 'Der Befehl wurde nicht so angegeben, wie er sein soll: {detail}',
    nextStep: 'Wie er verwendet wird, zeigt: --help',
  },
  'file-unreadable': {
    sentence: 'Die Datei {file} konnte nicht gelesen werden.',
    nextStep: 'Prüfen Sie den Namen der Datei und ob Sie sie lesen dürfen.',
  },
  'vendor-profile-invalid': {
    sentence: 'Das Herstellerprofil dieses Programms ist nicht verwendbar: {detail}',
    nextStep: 'Installieren Sie das Programm erneut, oder informieren Sie den Helpdesk.',
  },
  'data-folder-unsafe': {
    sentence: 'Andere können den Datenordner {folder} ändern; das Programm startet deshalb nicht damit.',
    nextStep: 'Nehmen Sie anderen die Rechte am Ordner, und starten Sie dann erneut.',
  },
  'data-folder-unusable': {
    sentence: 'Der Datenordner {folder} kann nicht verwendet werden.',
    nextStep: 'Prüfen Sie, ob in den Ordner geschrieben werden kann und ob auf dem Datenträger Platz ist.',
  },
  'certificate-checks-off': {
    sentence: 'Die Umgebung schaltet das Prüfen von Zertifikaten aus; der Dienst startet deshalb nicht.',
    nextStep: 'Entfernen Sie NODE_TLS_REJECT_UNAUTHORIZED aus der Umgebung.',
  },
  'switch-refused': {
    sentence: 'Das Programm startet nicht mit --{name}, weil ihm das den Schutz nimmt.',
    nextStep:
      'Starten Sie es ohne. Sagt ein AppImage das von selbst, lässt dieses System keine Sandbox zu: Installieren Sie dort das deb- oder rpm-Paket.',
  },
};
