export const errorControl = {
  'service-not-installed': {
    sentence: 'Print ORS Service ist auf diesem Computer nicht installiert.',
    nextStep: 'Installieren Sie das Programm erneut, oder fragen Sie den Administrator dieses Computers.',
  },
  'service-disabled': {
    sentence: 'Print ORS Service ist auf diesem Computer deaktiviert und kann nicht gestartet werden.',
    nextStep: 'Bitten Sie den Administrator dieses Computers, den Dienst zu aktivieren.',
  },
  'service-control-failed': {
    sentence: 'Print ORS Service hat nicht getan, was verlangt wurde.',
    nextStep:
      'Sehen Sie unter „Dienste“ nach, wie der letzte Lauf geendet hat. Bleibt es dabei, rufen Sie den Helpdesk an.',
  },
  'service-manager-silent': {
    sentence: 'Die Dienstverwaltung dieses Computers antwortet nicht.',
    nextStep:
      'Versuchen Sie es in einem Augenblick erneut. Bleibt es dabei, starten Sie diesen Computer neu.',
  },
  'elevation-needed': {
    sentence:
      'Mit diesem Konto darf nur ein Administrator dieses Computers Print ORS Service starten oder beenden.',
    nextStep: 'Bitten Sie einen Administrator darum, oder lassen Sie sich in die Bedienergruppe aufnehmen.',
  },
  'elevation-refused': {
    sentence: 'Das System hat die Berechtigung nicht erteilt; es wurde nichts geändert.',
    nextStep: 'Versuchen Sie es erneut mit Name und Kennwort eines Administrators dieses Computers.',
  },
  'account-unknown': {
    sentence: 'Dieses Konto gibt es nicht.',
    nextStep:
      'Prüfen Sie Domäne und Benutzername. Konten einer Domäne sind nur bekannt, solange deren Server erreichbar ist.',
  },
  'account-administrator': {
    sentence: 'Print ORS Service darf nicht unter dem Konto des Administrators laufen.',
    nextStep: 'Wählen Sie ein Konto, das nur die Rechte hat, die für die Lizenzordner nötig sind.',
  },
  'account-password-wrong': {
    sentence: 'Das Kennwort gehört nicht zu diesem Konto; es wurde nichts geändert.',
    nextStep:
      'Geben Sie es erneut ein, und achten Sie auf Groß- und Kleinschreibung. Nach mehreren falschen Kennwörtern kann ein Konto gesperrt werden.',
  },
  'account-no-service-logon': {
    sentence:
      'Dieses Konto darf sich auf diesem Computer nicht als Dienst anmelden; es wurde nichts geändert.',
    nextStep:
      'Bitten Sie einen Administrator, ihm in der lokalen Sicherheitsrichtlinie das Recht „Anmelden als Dienst“ zu geben und zu prüfen, dass es weder deaktiviert noch abgelaufen noch gesperrt ist.',
  },
  'account-change-failed': {
    sentence:
      'Print ORS Service ließ sich unter diesem Konto nicht starten und läuft deshalb wieder unter dem vorigen.',
    nextStep:
      'Sorgen Sie dafür, dass sich das Konto als Dienst anmelden und die Ordner der Lizenzserver verwenden darf, und versuchen Sie es dann erneut.',
  },
  'account-not-restored': {
    sentence:
      'Print ORS Service ließ sich weder unter diesem Konto noch unter dem vorigen starten, dessen Kennwort Windows niemandem gibt.',
    nextStep: 'Wählen Sie das vorige Konto noch einmal, und geben Sie sein Kennwort ein.',
  },
};
