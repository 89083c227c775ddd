export const errorLicence = {
  'path-missing': {
    sentence: 'De licentiemap bestaat niet.',
    nextStep: 'Controleer het licentiepad of maak de map.',
  },
  'not-a-folder': {
    sentence: 'Het licentiepad is geen map.',
    nextStep: 'Voer de map in die het licentiebestand bevat.',
  },
  'access-denied': {
    sentence: 'Het account dat Print ORS Service uitvoert, mag de licentiemap niet gebruiken.',
    nextStep: 'Geef dat account de rechten Wijzigen, Lezen en Schrijven op de map.',
  },
  'read-only': {
    sentence: 'De licentiemap kan alleen worden gelezen.',
    nextStep: 'Maak de map beschrijfbaar of kies een andere map.',
  },
  'disk-full': {
    sentence: 'Er is geen ruimte meer in de licentiemap.',
    nextStep: 'Maak ruimte vrij; de licentie wordt dan automatisch geïnstalleerd.',
  },
  'share-unreachable': {
    sentence: 'De licentiemap kon niet worden gelezen of beschreven.',
    nextStep: 'Controleer de schijf of het netwerkstation waarop de map staat.',
  },
  'timed-out': {
    sentence: 'De licentiemap antwoordt niet.',
    nextStep: 'Controleer de schijf of het netwerkstation waarop de map staat.',
  },
  'file-in-use': {
    sentence: 'Het licentiebestand is in gebruik door een ander programma.',
    nextStep:
      'Sluit het programma dat het bestand bezet houdt; er wordt automatisch een nieuwe poging gedaan.',
  },
  'verify-failed': {
    sentence: 'Het licentiebestand bleek bij teruglezen anders dan geschreven; het vorige is teruggezet.',
    nextStep: 'Controleer de schijf waarop de map staat.',
  },
  'link-in-the-way': {
    sentence: 'Op de plaats van het licentiebestand staat een koppeling; die is niet gevolgd.',
    nextStep: 'Vervang de koppeling door het echte bestand.',
  },
  'unknown-content': {
    sentence: 'Het licentiebestand is tijdens een update door iemand anders gewijzigd; het is zo gelaten.',
    nextStep: 'Controleer het licentiebestand en kies daarna Opnieuw proberen.',
  },
  'licence-file-missing': {
    sentence: 'Er staat nog geen licentiebestand in de licentiemap.',
    nextStep: 'Plaats het eerste licentiebestand in de map.',
  },
  'licence-file-unreadable': {
    sentence: 'Dit programma kan het licentiebestand niet lezen.',
    nextStep: 'Controleer of het bestand het FlexNet-licentiebestand van het product is.',
  },
  'too-large': {
    sentence: 'Het bestand is groter dan een licentie kan zijn.',
    nextStep: 'Vraag de serviceorganisatie de licentie opnieuw te sturen.',
  },
  malformed: {
    sentence: 'Het bestand is geen licentiepakket.',
    nextStep: 'Vraag de serviceorganisatie de licentie opnieuw te sturen.',
  },
  'header-not-allowed': {
    sentence: 'Het licentiepakket heeft een kop die niet is toegestaan.',
    nextStep: 'Meld dit aan de serviceorganisatie.',
  },
  'wrong-type': {
    sentence: 'Het bestand is ondertekend, maar is een ander soort document.',
    nextStep: 'Kies het licentiepakket.',
  },
  'unknown-key': {
    sentence: 'De licentie is ondertekend met een sleutel die dit programma niet kent.',
    nextStep: 'Controleer of de licentie van uw serviceorganisatie komt.',
  },
  'key-revoked': {
    sentence: 'De licentie is ondertekend met een sleutel die niet meer geldig is.',
    nextStep: 'Vraag de serviceorganisatie om een nieuwe licentie.',
  },
  'key-role': {
    sentence: 'De licentie is ondertekend met een sleutel die niet voor licenties is bedoeld.',
    nextStep: 'Meld dit aan de serviceorganisatie.',
  },
  algorithm: {
    sentence: 'De licentie is ondertekend op een manier die niet wordt aanvaard.',
    nextStep: 'Meld dit aan de serviceorganisatie.',
  },
  signature: {
    sentence: 'De handtekening van de licentie klopt niet; het bestand is gewijzigd of beschadigd.',
    nextStep: 'Vraag de serviceorganisatie de licentie opnieuw te sturen.',
  },
  'not-json': {
    sentence: 'De inhoud van de licentie kan niet worden gelezen.',
    nextStep: 'Meld dit aan de serviceorganisatie.',
  },
  schema: {
    sentence: 'De inhoud van de licentie is niet zoals die hoort te zijn.',
    nextStep: 'Meld dit aan de serviceorganisatie.',
  },
  'newer-format': {
    sentence: 'De licentie is gemaakt voor een nieuwere versie van dit programma.',
    nextStep: 'Werk dit programma bij.',
  },
  'wrong-product': {
    sentence: 'De licentie is voor een ander product.',
    nextStep: 'Vraag de serviceorganisatie om de juiste licentie.',
  },
  'wrong-serial-number': {
    sentence: 'De licentie is voor een ander serienummer.',
    nextStep: 'Vraag de serviceorganisatie om de licentie van deze installatie.',
  },
  'wrong-host': {
    sentence: 'De licentie is gebonden aan een andere licentieserver.',
    nextStep: 'Vraag de serviceorganisatie om een licentie voor deze licentieserver.',
  },
  'issued-in-future': {
    sentence: 'De datum van de licentie ligt in de toekomst.',
    nextStep: 'Controleer de datum en tijd van deze computer.',
  },
  replayed: {
    sentence: 'De licentie is ouder dan de geïnstalleerde licentie.',
    nextStep: 'U hoeft niets te doen: de geïnstalleerde licentie blijft.',
  },
  conflicting: {
    sentence: 'Er zijn twee verschillende licenties met hetzelfde nummer.',
    nextStep: 'Meld dit aan de serviceorganisatie.',
  },
  implausible: {
    sentence: 'Het nummer van de licentie ligt ver voor op dat van de geïnstalleerde licentie.',
    nextStep: 'Meld dit aan de serviceorganisatie.',
  },
  expired: {
    sentence: 'De licentie is verlopen en de geïnstalleerde niet.',
    nextStep: 'Vraag de serviceorganisatie om een actuele licentie.',
  },
  nonce: {
    sentence: 'De backoffice antwoordde met een oud bewijs.',
    nextStep: 'U hoeft niets te doen: er wordt automatisch een nieuwe poging gedaan.',
  },
  stale: {
    sentence: 'Het bewijs van de backoffice is niet meer recent.',
    nextStep: 'Controleer de datum en tijd van deze computer. Er wordt automatisch een nieuwe poging gedaan.',
  },
  threshold: {
    sentence: 'De sleutelset is niet door genoeg hoofdsleutels van de leverancier ondertekend.',
    nextStep: 'Meld dit aan de serviceorganisatie.',
  },
  'index-mismatch': {
    sentence: 'De ontvangen licentie is niet de licentie die de backoffice had aangekondigd.',
    nextStep: 'U hoeft niets te doen: er wordt automatisch een nieuwe poging gedaan.',
  },
  'maintenance-unknown': {
    sentence: 'Geen ondertekende licentie vermeldt tot wanneer het onderhoud loopt.',
    nextStep: 'Maak verbinding met de backoffice of installeer een licentiepakket.',
  },
  'no-licence': {
    sentence: 'De serviceorganisatie heeft nog geen licentie voor deze installatie.',
    nextStep: 'U hoeft niets te doen: de licentie wordt automatisch geïnstalleerd zodra die er is.',
  },
  'no-licence-server': {
    sentence: 'Er is geen licentieserver ingesteld.',
    nextStep: 'Voeg een licentieserver toe onder Systeem, Connectiviteit, Remote Service.',
  },
};
