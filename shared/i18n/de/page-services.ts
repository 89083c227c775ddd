export const pageServices = {
  title: 'Dienste',
  note: 'Print ORS Service verbindet diese Installation mit dem Back-Office, erneuert Lizenzen und lässt den Helpdesk ein. Er arbeitet auch ohne dieses Fenster.',
  notKnown: 'Nicht bekannt',
  noExit: 'Keines bekannt',
  embedded: 'Von diesem Programm gestartet und mit ihm beendet',
  installed: 'Auf diesem Computer installiert',
  doing: { start: 'Wird gestartet …', stop: 'Wird beendet …', restart: 'Wird neu gestartet …' },
  done: {
    start: 'Print ORS Service wurde gestartet.',
    stop: 'Print ORS Service wurde beendet.',
    restart: 'Print ORS Service wurde neu gestartet.',
  },
  next: {
    account:
      'Prüfen Sie unter „Remote Service“, ob Konto und Kennwort stimmen und ob es sich als Dienst anmelden darf. Starten Sie den Dienst dann erneut.',
    again:
      'Starten Sie den Dienst erneut. Endet er wieder so, erstellen Sie unter „Diagnose“ einen Supportbericht, und rufen Sie den Helpdesk an.',
  },
  confirm: {
    stop: {
      title: 'Print ORS Service beenden?',
      message: 'Remoteunterstützung endet; Lizenzen warten, bis der Dienst wieder gestartet wird.',
    },
    restart: {
      title: 'Print ORS Service neu starten?',
      message:
        'Für einige Sekunden endet Remoteunterstützung und warten Lizenzen. Danach geht alles von selbst weiter.',
    },
  },
  session: {
    title: 'Eine Sitzung der Remoteunterstützung läuft',
    stop: '{technician} ist mit diesem Computer verbunden. Wird der Dienst beendet, endet die Sitzung sofort.',
    restart:
      '{technician} ist mit diesem Computer verbunden. Wird der Dienst neu gestartet, endet die Sitzung sofort.',
    goOn: 'Sitzung beenden und fortfahren',
  },
  permission: {
    title: 'Das System wird um eine Berechtigung bitten',
    start:
      'Zum Starten von Print ORS Service wird ein Administrator dieses Computers gebraucht. Das System fragt nun danach; mit der Berechtigung geschieht sonst nichts.',
    stop: 'Zum Beenden von Print ORS Service wird ein Administrator dieses Computers gebraucht. Das System fragt nun danach; mit der Berechtigung geschieht sonst nichts.',
    restart:
      'Zum Neustart von Print ORS Service wird ein Administrator dieses Computers gebraucht. Das System fragt nun danach; mit der Berechtigung geschieht sonst nichts.',
    goOn: 'Weiter',
  },
};
