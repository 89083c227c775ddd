export const errorAssistance = {
  'assistance-request-gone': {
    sentence: 'Diese Anfrage oder Sitzung ist beendet.',
    nextStep: 'Bitten Sie den Helpdesk, eine neue Anfrage zu senden.',
  },
  'assistance-grant-invalid': {
    sentence: 'Es wurde nichts gestartet, weil die Erlaubnis dafür nicht mehr gültig ist.',
    nextStep: 'Bitten Sie den Helpdesk, eine neue Anfrage zu senden.',
  },
  'assistance-not-recorded': {
    sentence: 'Es wurde nichts zugelassen, weil es nicht protokolliert werden konnte.',
    nextStep:
      'Stellen Sie sicher, dass auf dem Datenträger Platz ist, und bitten Sie den Helpdesk, eine neue Anfrage zu senden.',
  },
  'client-not-found': {
    sentence: 'Das Programm für Remoteunterstützung wurde auf diesem Computer nicht gefunden.',
    nextStep: 'Installieren Sie TeamViewer oder das Programm, das Ihre Serviceorganisation nennt.',
  },
  'client-unsafe': {
    sentence:
      'Das Programm für Remoteunterstützung liegt dort, wo andere Benutzer es abgelegt haben könnten, und wird deshalb nicht gestartet.',
    nextStep: 'Installieren Sie es als Administrator in seinem üblichen Ordner.',
  },
  'client-too-old': {
    sentence: 'Das Programm für Remoteunterstützung ist zu alt und wird deshalb nicht gestartet.',
    nextStep: 'Aktualisieren Sie es.',
  },
  'client-version-unknown': {
    sentence:
      'Die Version des Programms für Remoteunterstützung lässt sich nicht feststellen; es wird deshalb nicht gestartet.',
    nextStep: 'Installieren Sie es aus dem Paket seines Herstellers.',
  },
  'client-not-started': {
    sentence: 'Das Programm für Remoteunterstützung konnte nicht gestartet werden.',
    nextStep:
      'Starten Sie es von Hand, um den Fehler zu sehen, und bitten Sie den Helpdesk, eine neue Anfrage zu senden.',
  },
  'client-not-set-up': {
    sentence:
      'RustDesk hat noch keine ID, oder es lässt ohne einen Klick auf diesem Computer Verbindungen zu.',
    nextStep: 'Starten Sie RustDesk, und legen Sie fest, dass Sitzungen nur per Klick angenommen werden.',
  },
};
