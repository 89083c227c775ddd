export const pageServices = {
  title: 'Services',
  note: 'Print ORS Service verbindt deze installatie met de backoffice, vernieuwt licenties en laat de helpdesk toe. De service werkt ook zonder dit venster.',
  notKnown: 'Niet bekend',
  noExit: 'Geen bekend',
  embedded: 'Gestart door dit programma en samen ermee beëindigd',
  installed: 'Geïnstalleerd op deze computer',
  doing: { start: 'Wordt gestart …', stop: 'Wordt gestopt …', restart: 'Wordt opnieuw gestart …' },
  done: {
    start: 'Print ORS Service is gestart.',
    stop: 'Print ORS Service is gestopt.',
    restart: 'Print ORS Service is opnieuw gestart.',
  },
  next: {
    account:
      'Controleer onder Remote Service of het account en het wachtwoord kloppen en of het zich als service mag aanmelden. Start de service daarna opnieuw.',
    again:
      'Start de service opnieuw. Eindigt deze weer zo, maak dan onder Diagnose een ondersteuningsrapport en bel de helpdesk.',
  },
  confirm: {
    stop: {
      title: 'Print ORS Service stoppen?',
      message: 'Hulp op afstand eindigt; licenties wachten tot de service weer wordt gestart.',
    },
    restart: {
      title: 'Print ORS Service opnieuw starten?',
      message:
        'Hulp op afstand eindigt en licenties wachten enkele seconden. Daarna gaat alles automatisch verder.',
    },
  },
  session: {
    title: 'Er is een sessie voor hulp op afstand bezig',
    stop: '{technician} is verbonden met deze computer. Als u de service stopt, eindigt de sessie meteen.',
    restart:
      '{technician} is verbonden met deze computer. Als u de service opnieuw start, eindigt de sessie meteen.',
    goOn: 'De sessie beëindigen en doorgaan',
  },
  permission: {
    title: 'Het systeem zal om toestemming vragen',
    start:
      'Voor het starten van Print ORS Service is een beheerder van deze computer nodig. Het systeem vraagt daar nu om; de toestemming wordt voor niets anders gebruikt.',
    stop: 'Voor het stoppen van Print ORS Service is een beheerder van deze computer nodig. Het systeem vraagt daar nu om; de toestemming wordt voor niets anders gebruikt.',
    restart:
      'Voor het opnieuw starten van Print ORS Service is een beheerder van deze computer nodig. Het systeem vraagt daar nu om; de toestemming wordt voor niets anders gebruikt.',
    goOn: 'Doorgaan',
  },
};
