export const errorLicence = {
  'path-missing': {
    sentence: 'Den Lizenzordner gibt es nicht.',
    nextStep: 'Prüfen Sie den Lizenzpfad, oder legen Sie den Ordner an.',
  },
  'not-a-folder': {
    sentence: 'Der Lizenzpfad ist kein Ordner.',
    nextStep: 'Geben Sie den Ordner ein, in dem die Lizenzdatei liegt.',
  },
  'access-denied': {
    sentence: 'Das Konto, unter dem Print ORS Service läuft, darf den Lizenzordner nicht verwenden.',
    nextStep: 'Geben Sie diesem Konto die Rechte „Ändern“, „Lesen“ und „Schreiben“ für den Ordner.',
  },
  'read-only': {
    sentence: 'Der Lizenzordner kann nur gelesen werden.',
    nextStep: 'Lassen Sie das Schreiben in den Ordner zu, oder wählen Sie einen anderen.',
  },
  'disk-full': {
    sentence: 'Im Lizenzordner ist kein Platz mehr.',
    nextStep: 'Schaffen Sie Platz; die Lizenz wird dann automatisch installiert.',
  },
  'share-unreachable': {
    sentence: 'Der Lizenzordner konnte nicht gelesen oder beschrieben werden.',
    nextStep: 'Prüfen Sie den Datenträger oder das Netzlaufwerk, auf dem der Ordner liegt.',
  },
  'timed-out': {
    sentence: 'Der Lizenzordner antwortet nicht.',
    nextStep: 'Prüfen Sie den Datenträger oder das Netzlaufwerk, auf dem der Ordner liegt.',
  },
  'file-in-use': {
    sentence: 'Die Lizenzdatei wird von einem anderen Programm verwendet.',
    nextStep: 'Schließen Sie das Programm, das die Datei geöffnet hat; es wird automatisch erneut versucht.',
  },
  'verify-failed': {
    sentence:
      'Die Lizenzdatei ließ sich nicht so lesen, wie sie geschrieben wurde; die vorige wurde zurückgelegt.',
    nextStep: 'Prüfen Sie den Datenträger, auf dem der Ordner liegt.',
  },
  'link-in-the-way': {
    sentence: 'An der Stelle der Lizenzdatei steht eine Verknüpfung; ihr wurde nicht gefolgt.',
    nextStep: 'Ersetzen Sie die Verknüpfung durch die eigentliche Datei.',
  },
  'unknown-content': {
    sentence:
      'Die Lizenzdatei wurde während einer Aktualisierung von jemand anderem geändert; sie blieb, wie sie ist.',
    nextStep: 'Prüfen Sie die Lizenzdatei, und wählen Sie dann „Erneut versuchen“.',
  },
  'licence-file-missing': {
    sentence: 'Im Lizenzordner liegt noch keine Lizenzdatei.',
    nextStep: 'Legen Sie die erste Lizenzdatei in den Ordner.',
  },
  'licence-file-unreadable': {
    sentence: 'Die Lizenzdatei ist keine, die dieses Programm lesen kann.',
    nextStep: 'Prüfen Sie, ob die Datei die FlexNet-Lizenzdatei des Produkts ist.',
  },
  'too-large': {
    sentence: 'Die Datei ist größer, als eine Lizenz sein kann.',
    nextStep: 'Bitten Sie die Serviceorganisation, die Lizenz erneut zu senden.',
  },
  malformed: {
    sentence: 'Die Datei ist kein Lizenzpaket.',
    nextStep: 'Bitten Sie die Serviceorganisation, die Lizenz erneut zu senden.',
  },
  'header-not-allowed': {
    sentence: 'Das Lizenzpaket hat einen unzulässigen Kopf.',
    nextStep: 'Informieren Sie die Serviceorganisation.',
  },
  'wrong-type': {
    sentence: 'Die Datei ist signiert, aber sie ist ein Dokument anderer Art.',
    nextStep: 'Wählen Sie das Lizenzpaket.',
  },
  'unknown-key': {
    sentence: 'Die Lizenz ist mit einem Schlüssel signiert, den dieses Programm nicht kennt.',
    nextStep: 'Prüfen Sie, ob die Lizenz von Ihrer Serviceorganisation kommt.',
  },
  'key-revoked': {
    sentence: 'Die Lizenz ist mit einem Schlüssel signiert, der nicht mehr gültig ist.',
    nextStep: 'Bitten Sie die Serviceorganisation um eine neue Lizenz.',
  },
  'key-role': {
    sentence: 'Die Lizenz ist mit einem Schlüssel signiert, der nicht für Lizenzen bestimmt ist.',
    nextStep: 'Informieren Sie die Serviceorganisation.',
  },
  algorithm: {
    sentence: 'Die Lizenz ist auf eine Weise signiert, die nicht akzeptiert wird.',
    nextStep: 'Informieren Sie die Serviceorganisation.',
  },
  signature: {
    sentence: 'Die Signatur der Lizenz stimmt nicht; die Datei wurde geändert oder beschädigt.',
    nextStep: 'Bitten Sie die Serviceorganisation, die Lizenz erneut zu senden.',
  },
  'not-json': {
    sentence: 'Der Inhalt der Lizenz kann nicht gelesen werden.',
    nextStep: 'Informieren Sie die Serviceorganisation.',
  },
  schema: {
    sentence: 'Der Inhalt der Lizenz ist nicht, wie er sein soll.',
    nextStep: 'Informieren Sie die Serviceorganisation.',
  },
  'newer-format': {
    sentence: 'Die Lizenz wurde für eine neuere Version dieses Programms erstellt.',
    nextStep: 'Aktualisieren Sie dieses Programm.',
  },
  'wrong-product': {
    sentence: 'Die Lizenz gilt für ein anderes Produkt.',
    nextStep: 'Bitten Sie die Serviceorganisation um die richtige Lizenz.',
  },
  'wrong-serial-number': {
    sentence: 'Die Lizenz gilt für eine andere Seriennummer.',
    nextStep: 'Bitten Sie die Serviceorganisation um die Lizenz für diese Installation.',
  },
  'wrong-host': {
    sentence: 'Die Lizenz ist an einen anderen Lizenzserver gebunden.',
    nextStep: 'Bitten Sie die Serviceorganisation um eine Lizenz für diesen Lizenzserver.',
  },
  'issued-in-future': {
    sentence: 'Das Datum der Lizenz liegt in der Zukunft.',
    nextStep: 'Prüfen Sie Datum und Uhrzeit dieses Computers.',
  },
  replayed: {
    sentence: 'Die Lizenz ist älter als die installierte.',
    nextStep: 'Nichts zu tun: Die installierte Lizenz bleibt.',
  },
  conflicting: {
    sentence: 'Es gibt zwei verschiedene Lizenzen mit derselben Nummer.',
    nextStep: 'Informieren Sie die Serviceorganisation.',
  },
  implausible: {
    sentence: 'Die Nummer der Lizenz ist der installierten weit voraus.',
    nextStep: 'Informieren Sie die Serviceorganisation.',
  },
  expired: {
    sentence: 'Die Lizenz ist abgelaufen, die installierte ist es nicht.',
    nextStep: 'Bitten Sie die Serviceorganisation um eine aktuelle Lizenz.',
  },
  nonce: {
    sentence: 'Das Back-Office hat mit einem alten Nachweis geantwortet.',
    nextStep: 'Nichts zu tun: Es wird automatisch erneut versucht.',
  },
  stale: {
    sentence: 'Der Nachweis des Back-Office ist nicht mehr aktuell.',
    nextStep: 'Prüfen Sie Datum und Uhrzeit dieses Computers. Es wird automatisch erneut versucht.',
  },
  threshold: {
    sentence: 'Der Schlüsselsatz ist nicht mit genügend Stammschlüsseln des Herstellers signiert.',
    nextStep: 'Informieren Sie die Serviceorganisation.',
  },
  'index-mismatch': {
    sentence: 'Die empfangene Lizenz ist nicht die, die das Back-Office angekündigt hatte.',
    nextStep: 'Nichts zu tun: Es wird automatisch erneut versucht.',
  },
  'maintenance-unknown': {
    sentence: 'Keine signierte Lizenz sagt, bis wann die Wartung gilt.',
    nextStep: 'Stellen Sie die Verbindung zum Back-Office her, oder installieren Sie ein Lizenzpaket.',
  },
  'no-licence': {
    sentence: 'Die Serviceorganisation hat noch keine Lizenz für diese Installation.',
    nextStep: 'Nichts zu tun: Sie wird automatisch installiert, sobald es eine gibt.',
  },
  'no-licence-server': {
    sentence: 'Es ist kein Lizenzserver eingerichtet.',
    nextStep: 'Fügen Sie unter „System“, „Konnektivität“, „Remote Service“ einen Lizenzserver hinzu.',
  },
};
