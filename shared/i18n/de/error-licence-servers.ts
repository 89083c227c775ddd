// In a text the backslash escapes, so that two of them are written as four.
export const errorLicenceServers = {
  'licence-path-mapped-drive': {
    sentence:
      'Für einen entfernten Lizenzserver kann kein Laufwerkbuchstabe verwendet werden: Es gibt ihn nur für Sie, nicht für Print ORS Service.',
    nextStep: 'Geben Sie den freigegebenen Ordner selbst ein, zum Beispiel \\\\\\\\server\\freigabe\\ordner',
  },
  'licence-path-share-form': {
    sentence: 'Das ist nicht die Adresse eines freigegebenen Ordners.',
    nextStep: 'Geben Sie Server, Freigabe und Ordner ein, zum Beispiel \\\\\\\\server\\freigabe\\ordner',
  },
  'licence-path-share-unmounted': {
    sentence: 'Dieser Computer kann einen freigegebenen Ordner nicht über seine Adresse öffnen.',
    nextStep:
      'Hängen Sie die Freigabe für Print ORS Service ein, und geben Sie dann den Ordner ein, unter dem sie eingehängt ist.',
  },
  'licence-path-not-local': {
    sentence: 'Ein freigegebener Ordner kann nicht der Ordner eines lokalen Lizenzservers sein.',
    nextStep: 'Wählen Sie „Entfernt“ als Art oder einen Ordner auf diesem Computer.',
  },
  'share-host-not-saved': {
    sentence:
      'Der Server {host} steht nicht in den gespeicherten Einstellungen; Print ORS Service meldet sich dort deshalb noch nicht an.',
    nextStep: 'Speichern Sie zuerst die Einstellungen, und testen Sie dann den Ordner.',
  },
  'nothing-to-copy': {
    sentence: 'Es gibt noch keine Lizenz, die kopiert werden kann.',
    nextStep: 'Warten Sie, bis eine Lizenz eingetroffen ist, oder importieren Sie eine.',
  },
};
