export const errorSettings = {
  'settings-broken': {
    sentence:
      'Het instellingenbestand kon niet worden gelezen. Het is ongewijzigd apart bewaard en de standaardwaarden zijn van kracht.',
    nextStep: 'Controleer de instellingen en sla ze op.',
  },
  'settings-newer': {
    sentence:
      'Het instellingenbestand is gemaakt door een nieuwere versie van dit programma. Het is ongewijzigd apart bewaard en de standaardwaarden zijn van kracht.',
    nextStep: 'Werk dit programma bij of voer de instellingen opnieuw in.',
  },
  'settings-changed-meanwhile': {
    sentence: 'De instellingen zijn intussen ergens anders gewijzigd.',
    nextStep: 'Bekijk de instellingen zoals ze nu zijn en wijzig ze dan opnieuw.',
  },
  'settings-locked': {
    sentence: 'Een ander programma slaat op dit moment de instellingen op.',
    nextStep: 'Wacht even en sla opnieuw op.',
  },
  'settings-not-writable': {
    sentence: 'Het bestand kon niet worden opgeslagen; wat eerder is opgeslagen, is ongewijzigd.',
    nextStep: 'Controleer of er ruimte op de schijf is en of u daar mag schrijven.',
  },
  'settings-invalid': {
    sentence: 'De instellingen bevatten een fout en zijn niet opgeslagen.',
    nextStep: 'Corrigeer de gemarkeerde velden en sla opnieuw op.',
  },
  'setting-locked': {
    sentence: 'Deze instelling is vastgelegd door een beleid van de organisatie. {by}',
    nextStep: 'Vraag het degene die verantwoordelijk is voor het beleid.',
  },
  'policy-untrusted': {
    sentence: 'Het beleid {file} wordt genegeerd, omdat het niet te vertrouwen is ({why}).',
    nextStep:
      'Laat een beheerder ervoor zorgen dat root of de groep Administrators eigenaar is van het bestand en de map, dat niemand anders erin kan schrijven en dat iedereen het bestand kan lezen.',
  },
  'policy-invalid': {
    sentence: 'Het beleid {file} wordt genegeerd, omdat het een fout bevat bij {detail}.',
    nextStep: 'Laat een beheerder het corrigeren. De vorm ervan ziet u met: remote-service schema policy',
  },
  'setting-unknown': {
    sentence: 'Er is geen instelling met de naam {key}.',
    nextStep: 'Toon de namen met: settings get',
  },
  'setting-not-available': {
    sentence: 'Deze versie van het programma biedt deze instelling niet.',
    nextStep: 'Kies een andere instelling.',
  },
  'setting-value-wrong': {
    sentence: 'Deze waarde past niet bij {key}.',
    nextStep:
      'Geef true of false op, een getal, een van de toegestane woorden, of JSON voor een lijst, zoals de instelling vereist.',
  },
  'setting-required': {
    sentence: 'Dit veld moet worden ingevuld.',
    nextStep: 'Voer een waarde in.',
  },
  'setting-too-long': {
    sentence: 'Deze waarde is te lang.',
    nextStep: 'Voer hoogstens {max} tekens in.',
  },
  'setting-characters': {
    sentence: 'Deze waarde bevat tekens die hier niet kunnen worden gebruikt.',
    nextStep: 'Typ de waarde opnieuw; bij kopiëren kunnen onzichtbare tekens meekomen.',
  },
  'proxy-url-invalid': {
    sentence: 'Dit is niet het adres van een proxyserver.',
    nextStep: 'Voer de hostnaam en de poort in, bijvoorbeeld proxy.example.com:8080',
  },
  'proxy-url-required': {
    sentence: 'Het adres van de proxyserver ontbreekt.',
    nextStep: 'Voer de hostnaam en de poort in, bijvoorbeeld proxy.example.com:8080',
  },
  'proxy-user-name-required': {
    sentence: 'De proxygebruikersnaam ontbreekt.',
    nextStep: 'Voer de gebruikersnaam voor de proxyserver in, of schakel Verificatie bij proxyserver uit.',
  },
  'proxy-password-required': {
    sentence: 'Het proxywachtwoord ontbreekt.',
    nextStep: 'Voer het wachtwoord voor de proxyserver in, of schakel Verificatie bij proxyserver uit.',
  },
  'proxy-detect-with-assistance': {
    sentence: 'Hulp op afstand werkt niet met automatisch gedetecteerde proxyinstellingen.',
    nextStep: 'Kies Geen proxyserver of Proxyserver gebruiken, of sta hulp op afstand niet toe.',
  },
  'certificate-unreadable': {
    sentence: 'Dit is geen certificaat.',
    nextStep:
      'Kies een bestand met een certificaat van uw organisatie (PEM of DER); uw netwerkbeheerder heeft het.',
  },
  'certificate-no-authority': {
    sentence: 'Het certificaat {name} hoort bij één server en kan niet voor andere instaan.',
    nextStep: 'Kies het certificaat van de certificeringsinstantie die het heeft uitgegeven.',
  },
  'certificate-out-of-date': {
    sentence: 'Het certificaat {name} is op dit moment niet geldig.',
    nextStep: 'Vraag uw netwerkbeheerder om het huidige certificaat en controleer de klok van deze computer.',
  },
  'licence-path-required': {
    sentence: 'Het licentiepad ontbreekt.',
    nextStep: 'Kies de map die het licentiebestand bevat.',
  },
  'licence-path-not-absolute': {
    sentence: 'Het licentiepad is niet volledig.',
    nextStep: 'Voer het volledige pad in, vanaf het begin.',
  },
  'licence-server-name-taken': {
    sentence: 'Een andere licentieserver heeft deze naam.',
    nextStep: 'Voer een andere naam in.',
  },
  'licence-server-path-taken': {
    sentence: 'Een andere licentieserver gebruikt deze map.',
    nextStep: 'Kies een andere map.',
  },
  'licence-server-unknown': {
    sentence: 'Deze licentieserver staat niet in de opgeslagen instellingen.',
    nextStep: 'Sla eerst de instellingen op.',
  },
  'licence-file-name-invalid': {
    sentence: 'Dit is geen bruikbare bestandsnaam.',
    nextStep: 'Gebruik alleen letters, cijfers, punten en streepjes.',
  },
  'settings-document-unusable': {
    sentence: 'Het bestand bevat geen instellingen die kunnen worden geïmporteerd: {detail}.',
    nextStep: 'Exporteer de instellingen opnieuw of corrigeer het bestand. Er is niets gewijzigd.',
  },
  'secret-from-stdin': {
    sentence: 'Een geheim wordt niet van de opdrachtregel gelezen, waar anderen het zouden kunnen zien.',
    nextStep: 'Geef een streepje als waarde op en stuur het geheim naar de standaardinvoer.',
  },
  'command-unknown': {
    sentence: 'Er is geen opdracht {command}.',
    nextStep: 'Toon de opdrachten met: --help',
  },
  'usage-wrong': {
    sentence: 'De opdracht is niet opgegeven zoals het hoort: {detail}',
    nextStep: 'Bekijk het gebruik met: --help',
  },
  'file-unreadable': {
    sentence: 'Het bestand {file} kon niet worden gelezen.',
    nextStep: 'Controleer de naam van het bestand en of u het mag lezen.',
  },
  'vendor-profile-invalid': {
    sentence: 'Het leveranciersprofiel van dit programma is niet bruikbaar: {detail}',
    nextStep: 'Installeer het programma opnieuw of meld dit aan de helpdesk.',
  },
  'data-folder-unsafe': {
    sentence: 'Anderen kunnen de gegevensmap {folder} wijzigen, daarom start het programma er niet mee.',
    nextStep: 'Ontneem anderen de rechten op de map en start opnieuw.',
  },
  'data-folder-unusable': {
    sentence: 'De gegevensmap {folder} kan niet worden gebruikt.',
    nextStep: 'Controleer of de map beschrijfbaar is en of er ruimte op de schijf is.',
  },
  'certificate-checks-off': {
    sentence: 'De omgeving schakelt de controle van certificaten uit, daarom start de service niet.',
    nextStep: 'Verwijder NODE_TLS_REJECT_UNAUTHORIZED uit de omgeving.',
  },
  'switch-refused': {
    sentence: 'Het programma start niet met --{name}, omdat dat de bescherming wegneemt.',
    nextStep:
      'Start het zonder. Meldt een AppImage dit vanzelf, dan staat dit systeem geen sandbox toe: installeer daar het deb- of rpm-pakket.',
  },
};
