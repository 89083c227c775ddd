export const errorControl = {
  'service-not-installed': {
    sentence: 'Print ORS Service is niet geïnstalleerd op deze computer.',
    nextStep: 'Installeer het programma opnieuw of vraag het de beheerder van deze computer.',
  },
  'service-disabled': {
    sentence: 'Print ORS Service is uitgeschakeld op deze computer en kan daarom niet worden gestart.',
    nextStep: 'Vraag de beheerder van deze computer de service in te schakelen.',
  },
  'service-control-failed': {
    sentence: 'Print ORS Service heeft niet gedaan wat is gevraagd.',
    nextStep:
      'Bekijk onder Services hoe de service de laatste keer eindigde. Blijft het zo, bel dan de helpdesk.',
  },
  'service-manager-silent': {
    sentence: 'Het servicebeheer van deze computer antwoordt niet.',
    nextStep: 'Probeer het zo meteen opnieuw. Blijft het zo, start deze computer dan opnieuw op.',
  },
  'elevation-needed': {
    sentence:
      'Vanuit dit account mag alleen een beheerder van deze computer Print ORS Service starten of stoppen.',
    nextStep: 'Laat een beheerder dit doen of laat u aan de operatorgroep toevoegen.',
  },
  'elevation-refused': {
    sentence: 'Het systeem heeft geen toestemming gegeven, daarom is er niets gewijzigd.',
    nextStep: 'Probeer het opnieuw met de naam en het wachtwoord van een beheerder van deze computer.',
  },
  'account-unknown': {
    sentence: 'Dit account bestaat niet.',
    nextStep:
      'Controleer het domein en de gebruikersnaam. Accounts van een domein zijn alleen bekend zolang de server ervan bereikbaar is.',
  },
  'account-administrator': {
    sentence: 'Het account van de beheerder mag Print ORS Service niet uitvoeren.',
    nextStep: 'Kies een account dat alleen de rechten heeft die de licentiemappen vereisen.',
  },
  'account-password-wrong': {
    sentence: 'Het wachtwoord hoort niet bij dit account, daarom is er niets gewijzigd.',
    nextStep:
      'Typ het opnieuw en let op hoofdletters en kleine letters. Na meerdere verkeerde wachtwoorden kan een account worden vergrendeld.',
  },
  'account-no-service-logon': {
    sentence:
      'Dit account mag zich op deze computer niet als service aanmelden, daarom is er niets gewijzigd.',
    nextStep:
      'Laat een beheerder het in het lokale beveiligingsbeleid het recht ‘Aanmelden als service’ geven en controleren dat het niet is uitgeschakeld, verlopen of vergrendeld.',
  },
  'account-change-failed': {
    sentence:
      'Print ORS Service is met dit account niet gestart en wordt daarom weer met het vorige uitgevoerd.',
    nextStep:
      'Zorg ervoor dat het account zich als service mag aanmelden en de mappen van de licentieservers mag gebruiken, en probeer het opnieuw.',
  },
  'account-not-restored': {
    sentence:
      'Print ORS Service is niet met dit account gestart en ook niet met het vorige, waarvan Windows het wachtwoord aan niemand geeft.',
    nextStep: 'Kies het vorige account nog een keer en typ het wachtwoord ervan.',
  },
};
