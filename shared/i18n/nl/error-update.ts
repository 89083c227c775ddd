export const errorUpdate = {
  'update-index-refused': {
    sentence:
      'De lijst met softwareversies is niet door de controle gekomen ({reason}); de lijst is twee keer opgevraagd.',
    nextStep: 'Er is niets gedownload. Blijft het zo, meld dit dan aan de helpdesk.',
  },
  'update-hash-mismatch': {
    sentence:
      'De gedownloade update is niet de update die de leverancier heeft ondertekend; deze is twee keer opgehaald en verwijderd.',
    nextStep:
      'Klik op Downloaden om de update nog een keer op te halen. Mislukt het weer, meld dit dan aan de helpdesk.',
  },
  'update-too-large': {
    sentence:
      'Er kwam meer binnen dan de ondertekende grootte van de update; het downloaden is beëindigd en de update is verwijderd.',
    nextStep:
      'Klik op Downloaden om de update nog een keer op te halen. Mislukt het weer, meld dit dan aan de helpdesk.',
  },
  'update-disk-full': {
    sentence: 'Er is niet genoeg vrije ruimte voor de update.',
    nextStep: 'Maak ruimte vrij; het downloaden gaat dan automatisch verder.',
  },
  'update-folder-unusable': {
    sentence: 'De update kon niet naar de downloadmap van Print ORS Service worden geschreven.',
    nextStep: 'Controleer de schijf van deze computer en klik daarna op Downloaden.',
  },
  'update-none': {
    sentence: 'Er is geen update om te downloaden.',
    nextStep: 'Zoek later opnieuw naar updates.',
  },
  'update-not-downloaded': {
    sentence: 'De update staat nog niet op deze computer.',
    nextStep: 'Wacht tot de update is gedownload en gecontroleerd en installeer die daarna.',
  },
  'update-changed': {
    sentence:
      'De gedownloade update is na de controle gewijzigd; de update is verwijderd en wordt opnieuw opgehaald.',
    nextStep: 'Wacht tot de update opnieuw is gedownload en gecontroleerd.',
  },
  'update-installer-unknown': {
    sentence: 'Deze computer kan dit soort installatieprogramma niet zelf starten.',
    nextStep: 'Vraag de helpdesk hoe u deze update installeert.',
  },
  'update-install-refused': {
    sentence: 'Het systeem stond niet toe dat de update werd geïnstalleerd.',
    nextStep: 'Vraag een beheerder van deze computer om de update te installeren.',
  },
  'update-install-failed': {
    sentence: 'De update kon niet worden geïnstalleerd; de gebruikte versie blijft.',
    nextStep: 'Probeer het opnieuw. Mislukt het weer, meld dit dan aan de helpdesk.',
  },
};
