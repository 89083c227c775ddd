export const pageAccess = {
  look: {
    title: 'Sie dürfen ansehen, aber nicht ändern',
    text: 'Um Einstellungen zu ändern und Befehle zu geben, bitten Sie den Administrator dieses Computers, Ihr Konto in die Gruppe {group} aufzunehmen, und melden Sie sich dann ab und wieder an.',
  },
  nothing: {
    title: 'Ihr Konto darf diese Installation nicht ansehen',
    text: 'Print ORS Service antwortet nur den Mitgliedern der Gruppe {group}. Bitten Sie den Administrator dieses Computers, Ihr Konto in sie aufzunehmen, und melden Sie sich dann ab und wieder an.',
  },
};
