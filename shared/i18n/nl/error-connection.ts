export const errorConnection = {
  'untrusted-sender': {
    sentence: 'De opdracht kwam niet van een pagina van dit programma en is geweigerd.',
    nextStep: 'Sluit het programma en open het opnieuw.',
  },
  'bad-input': {
    sentence: 'De opdracht is niet begrepen.',
    nextStep: 'Controleer wat is ingevoerd en probeer het opnieuw.',
  },
  internal: {
    sentence: 'Er is iets misgegaan in het programma.',
    nextStep:
      'Probeer het opnieuw. Als het nog eens gebeurt, geef de helpdesk dan de referentie onder Details.',
  },
  'page-broken': {
    sentence: 'Het venster werkte meerdere keren achter elkaar niet meer.',
    nextStep:
      'Probeer het opnieuw, of meld u op deze computer af en weer aan. Print ORS Service hangt niet van het venster af en gaat door.',
  },
  'not-allowed': {
    sentence: 'Uw gebruikersaccount mag dit niet doen.',
    nextStep: 'Vraag een lid van de operatorgroep om dit te doen.',
  },
  'not-operator': {
    sentence:
      'Uw gebruikersaccount is geen lid van de groep {group}, daarom antwoordt Print ORS Service er niet op.',
    nextStep:
      'Vraag de beheerder van deze computer het account aan de groep toe te voegen. Meld u daarna af en weer aan.',
  },
  'service-stopped': {
    sentence: 'Print ORS Service is niet actief.',
    nextStep: 'Start Print ORS Service.',
  },
  'service-untrusted': {
    sentence:
      'Een ander programma staat op de plaats van Print ORS Service, daarom is er niets naartoe gestuurd.',
    nextStep: 'Meld dit aan uw systeembeheerder; de map van de service is mogelijk gewijzigd.',
  },
  'service-version': {
    sentence: 'Het programma en Print ORS Service hebben verschillende versies.',
    nextStep: 'Sluit het programma en open het opnieuw; als dat niet helpt, installeer het dan opnieuw.',
  },
  'service-busy': {
    sentence: 'Print ORS Service heeft te veel openstaande opdrachten.',
    nextStep: 'Wacht even en probeer het opnieuw.',
  },
  'service-already-running': {
    sentence: 'Print ORS Service is al actief voor deze gegevensmap.',
    nextStep: 'Gebruik de actieve service of stop die eerst.',
  },
  'socket-in-the-way': {
    sentence: 'Op {file} staat iets dat niet bij Print ORS Service hoort, daarom start de service niet.',
    nextStep: 'Zoek uit wat het is, verwijder het en start Print ORS Service opnieuw.',
  },
  'verification-code-wrong': {
    sentence: 'De serviceorganisatie aanvaardt de verificatiecode niet.',
    nextStep: 'Vraag de helpdesk naar de huidige code en voer die in bij Verificatiecode.',
  },
  'registration-blocked': {
    sentence: 'De serviceorganisatie heeft deze installatie geblokkeerd.',
    nextStep: 'Bel de helpdesk.',
  },
  'organisation-unknown': {
    sentence: 'Er is geen serviceorganisatie met deze ID.',
    nextStep: 'Controleer de Serviceorganisatie-ID; de helpdesk weet die.',
  },
  'serial-number-unknown': {
    sentence: 'De serviceorganisatie kent dit serienummer niet.',
    nextStep:
      'Controleer onder Systeem, Licentie of de juiste licentie is geïnstalleerd en bel daarna de helpdesk.',
  },
  'installation-removed': {
    sentence: 'De serviceorganisatie heeft deze installatie verwijderd.',
    nextStep: 'Bel de helpdesk en kies daarna Opnieuw proberen.',
  },
  'registration-ended': {
    sentence: 'De serviceorganisatie heeft de registratie van deze installatie beëindigd.',
    nextStep: 'Bel de helpdesk en kies daarna Opnieuw proberen.',
  },
  'token-refused': {
    sentence: 'De backoffice aanvaardt deze installatie niet meer, ook niet na een nieuwe registratie.',
    nextStep: 'Bel de helpdesk en kies daarna Opnieuw proberen.',
  },
  'back-office-name-not-found': {
    sentence: 'De naam van de backoffice is niet gevonden op het netwerk.',
    nextStep: 'Controleer de netwerkverbinding en de DNS-server van deze computer.',
  },
  'back-office-unreachable': {
    sentence: 'De backoffice is niet bereikbaar.',
    nextStep: 'Controleer de netwerkverbinding. Er wordt automatisch een nieuwe poging gedaan.',
  },
  'back-office-timed-out': {
    sentence: 'De backoffice heeft niet op tijd geantwoord.',
    nextStep:
      'U hoeft niets te doen: er wordt automatisch een nieuwe poging gedaan. Als het aanhoudt, controleer dan de netwerkverbinding.',
  },
  'back-office-busy': {
    sentence: 'De backoffice is bezet en vraagt om geduld.',
    nextStep: 'U hoeft niets te doen: er wordt automatisch een nieuwe poging gedaan.',
  },
  'back-office-error': {
    sentence: 'De backoffice heeft zelf een probleem.',
    nextStep:
      'U hoeft niets te doen: er wordt automatisch een nieuwe poging gedaan. Als het aanhoudt, bel dan de helpdesk.',
  },
  'back-office-forbids': {
    sentence: 'De backoffice, of iets op de weg ernaartoe, laat deze computer niet toe.',
    nextStep:
      'Er wordt automatisch een nieuwe poging gedaan. Als het aanhoudt, vraag het dan uw netwerkbeheerder en bel daarna de helpdesk.',
  },
  'back-office-not-there': {
    sentence: 'Op het adres van de backoffice antwoordt een server, maar daarop is geen backoffice.',
    nextStep: 'Er wordt automatisch een nieuwe poging gedaan. Als het aanhoudt, bel dan de helpdesk.',
  },
  'back-office-address-refused': {
    sentence: 'Het adres van de backoffice is niet veilig.',
    nextStep:
      'Meld dit aan de helpdesk: het leveranciersprofiel van dit programma heeft een https-adres nodig.',
  },
  'answer-too-large': {
    sentence: 'De backoffice heeft meer gestuurd dan is toegestaan, daarom is het antwoord verworpen.',
    nextStep:
      'U hoeft niets te doen: er wordt automatisch een nieuwe poging gedaan. Als het aanhoudt, bel dan de helpdesk.',
  },
  'answer-too-slow': {
    sentence: 'Het antwoord van de backoffice kwam te traag.',
    nextStep: 'Controleer de netwerkverbinding. Er wordt automatisch een nieuwe poging gedaan.',
  },
  'answer-unusable': {
    sentence: 'Het antwoord van de backoffice was niet bruikbaar.',
    nextStep:
      'U hoeft niets te doen: er wordt automatisch een nieuwe poging gedaan. Als het aanhoudt, bel dan de helpdesk.',
  },
  'sign-in-page': {
    sentence: 'In plaats van de backoffice antwoordde een aanmeldpagina van het netwerk.',
    nextStep:
      'Open een browser op deze computer, meld u aan bij het netwerk en kies daarna Opnieuw proberen.',
  },
  'redirect-refused': {
    sentence:
      'De backoffice, of iets op de weg ernaartoe, verwees naar een ander adres; die verwijzing is niet gevolgd.',
    nextStep: 'Meld dit aan uw netwerkbeheerder of de helpdesk.',
  },
  'certificate-untrusted': {
    sentence: 'Het certificaat van de backoffice wordt niet vertrouwd (uitgegeven door {issuer}).',
    nextStep: 'Vraag uw netwerkbeheerder of verbindingen worden geïnspecteerd en bel de helpdesk.',
  },
  'certificate-expired': {
    sentence: 'Het certificaat van de backoffice is verlopen of nog niet geldig.',
    nextStep: 'Controleer de datum en tijd van deze computer en bel daarna de helpdesk.',
  },
  'certificate-wrong-name': {
    sentence: 'Het certificaat hoort bij een andere server dan de backoffice.',
    nextStep: 'Meld dit aan uw netwerkbeheerder of de helpdesk.',
  },
  'proxy-unreachable': {
    sentence: 'De proxyserver is niet bereikbaar.',
    nextStep: 'Controleer de Proxy-URL en of de proxyserver actief is.',
  },
  'proxy-refused': {
    sentence: 'De proxyserver laat de verbinding met de backoffice niet door.',
    nextStep:
      'Vraag uw netwerkbeheerder het adres van de backoffice toe te staan; mogelijk kan de proxyserver het ook niet bereiken.',
  },
  'proxy-detection-failed': {
    sentence: 'De proxyinstellingen van het systeem konden niet op tijd worden gedetecteerd.',
    nextStep:
      'Mogelijk bevat het proxyscript van uw netwerk een fout. Kies Proxyserver gebruiken en voer de Proxy-URL in.',
  },
  'proxy-login-required': {
    sentence: 'De proxyserver vraagt om een aanmelding.',
    nextStep:
      'Kies Proxyserver gebruiken, schakel Verificatie bij proxyserver in en voer de aanmeldgegevens in; uw netwerkbeheerder weet die.',
  },
  'proxy-login-refused': {
    sentence: 'De proxyserver heeft de aanmelding geweigerd.',
    nextStep:
      'Dit is één keer geprobeerd en wordt niet automatisch opnieuw geprobeerd. Controleer Proxydomein, Proxygebruikersnaam en Proxywachtwoord en sla op.',
  },
  'keychain-damaged': {
    sentence:
      'De sleutelopslag van Print ORS Service was beschadigd. De bestanden ervan zijn apart bewaard en er is een nieuwe begonnen.',
    nextStep: 'Voer de verificatiecode en, als dat er is, het proxywachtwoord opnieuw in en sla op.',
  },
  'keychain-unavailable': {
    sentence: 'De sleutelopslag van dit gebruikersaccount is vergrendeld of niet beschikbaar.',
    nextStep: 'Ontgrendel de sleutelopslag (meld u aan op het bureaublad) en probeer het opnieuw.',
  },
  disabled: {
    sentence: 'Remote Service is uitgeschakeld.',
    nextStep: 'Schakel Ingeschakeld onder Remote Service in en sla op; tot dan verlaat niets deze computer.',
  },
  'details-missing': {
    sentence: 'De instellingen zijn nog niet volledig, daarom is er geen verbinding gemaakt.',
    nextStep: 'Vul onder Remote Service in wat ontbreekt en sla op.',
  },
  'proxy-name-not-found': {
    sentence: 'De naam van de proxyserver is niet gevonden op het netwerk.',
    nextStep: 'Controleer de Proxy-URL; uw netwerkbeheerder weet die.',
  },
  'proxy-found-no-way': {
    sentence: 'De proxyserver antwoordt, maar bereikt de backoffice zelf niet.',
    nextStep: 'Vraag uw netwerkbeheerder of de proxyserver internet kan bereiken en namen opzoekt.',
  },
  'clock-off': {
    sentence: 'De klok van deze computer wijkt ongeveer {minutes} minuten af.',
    nextStep: 'Stel de datum en tijd van deze computer in en controleer opnieuw.',
  },
  'secret-unreadable': {
    sentence: 'De opgeslagen verificatiecode kan op deze computer niet worden geopend.',
    nextStep: 'Voer de verificatiecode opnieuw in en sla op.',
  },
};
