export const errorAssistance = {
  'assistance-request-gone': {
    sentence: 'Dit verzoek of deze sessie is voorbij.',
    nextStep: 'Vraag de helpdesk een nieuw verzoek te sturen.',
  },
  'assistance-grant-invalid': {
    sentence: 'Er is niets gestart, omdat de toestemming ervoor niet meer geldig is.',
    nextStep: 'Vraag de helpdesk een nieuw verzoek te sturen.',
  },
  'assistance-not-recorded': {
    sentence: 'Er is niets toegestaan, omdat het niet kon worden vastgelegd.',
    nextStep:
      'Zorg ervoor dat er ruimte op de schijf is en vraag de helpdesk daarna een nieuw verzoek te sturen.',
  },
  'client-not-found': {
    sentence: 'Het programma voor hulp op afstand is niet gevonden op deze computer.',
    nextStep: 'Installeer TeamViewer of het programma dat uw serviceorganisatie noemt.',
  },
  'client-unsafe': {
    sentence:
      'Het programma voor hulp op afstand staat waar andere gebruikers het hadden kunnen plaatsen en wordt daarom niet gestart.',
    nextStep: 'Installeer het als beheerder in de gebruikelijke map.',
  },
  'client-too-old': {
    sentence: 'Het programma voor hulp op afstand is te oud en wordt daarom niet gestart.',
    nextStep: 'Werk het programma bij.',
  },
  'client-version-unknown': {
    sentence:
      'De versie van het programma voor hulp op afstand is niet vast te stellen, daarom wordt het niet gestart.',
    nextStep: 'Installeer het vanuit het pakket van de maker.',
  },
  'client-not-started': {
    sentence: 'Het programma voor hulp op afstand kon niet worden gestart.',
    nextStep:
      'Start het zelf om te zien wat er mis is en vraag de helpdesk daarna een nieuw verzoek te sturen.',
  },
  'client-not-set-up': {
    sentence: 'RustDesk heeft nog geen ID, of laat anderen toe zonder een klik op deze computer.',
    nextStep: 'Start RustDesk en stel in dat sessies alleen door een klik worden aanvaard.',
  },
};
