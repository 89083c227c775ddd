export const service = {
  name: 'Print ORS Service',
  start: 'Starten',
  stop: 'Stoppen',
  restart: 'Opnieuw starten',
  label: {
    state: 'Status',
    account: 'Account',
    startType: 'Opstarttype',
    since: 'Sinds',
    lastExit: 'Laatste afsluiting',
    mode: 'Soort',
  },
  state: {
    running: 'Actief',
    starting: 'Wordt gestart',
    stopping: 'Wordt gestopt',
    stopped: 'Gestopt',
    failed: 'Met een fout geëindigd',
    'not-installed': 'Niet geïnstalleerd',
  },
  startType: {
    automatic: 'Automatisch, met deze computer',
    'automatic-delayed': 'Automatisch, enige tijd na deze computer',
    manual: 'Handmatig',
    disabled: 'Uitgeschakeld',
    'with-the-app': 'Met dit programma',
  },
  exit: {
    clean: 'Normaal geëindigd',
    terminated: 'Van buitenaf beëindigd',
    killed: 'Geforceerd beëindigd',
    crashed: 'Vastgelopen',
    'out-of-memory': 'Geforceerd beëindigd omdat het geheugen vol was',
    'timed-out': 'Antwoordde niet op tijd',
    'could-not-start': 'Kon niet starten',
    'too-many-starts': 'Te vaak achter elkaar geëindigd en daarom niet opnieuw gestart',
    'never-started': 'Niet gestart sinds het opstarten van deze computer',
    'logon-failed':
      'Het account kon zich niet aanmelden: verkeerd wachtwoord, of aanmelden als service is niet toegestaan',
    'access-denied': 'Het account is de toegang geweigerd',
    unexpected: 'Met een fout geëindigd',
  },
  /** What stopping has meant, once it is done. */
  stopped: 'Hulp op afstand is geëindigd; licenties wachten tot de service weer wordt gestart.',
  changeAccount: {
    change: 'Wijzigen',
    title: 'Gebruiker voor hulp op afstand wijzigen',
    note: 'Print ORS Service wordt met dit account uitgevoerd: met de rechten ervan op de licentiemappen en op gedeelde mappen van andere computers. De service wordt opnieuw gestart; hulp op afstand eindigt daarbij. Het systeem zal om een beheerder vragen.',
    domain: 'Domein',
    here: 'Deze computer ({computer})',
    user: 'Gebruikersnaam',
    password: 'Wachtwoord',
    kept: 'Het servicebeheer van het systeem bewaart het; dit programma niet.',
    unused:
      'Dit systeem heeft geen wachtwoord nodig voor een service. Wat hier wordt getypt, wordt niet gebruikt en niet bewaard.',
    builtIn:
      'Een account van het systeem zelf heeft meestal geen rechten op gedeelde mappen van andere computers.',
    required: 'Voer de gebruikersnaam in.',
    done: 'Print ORS Service wordt nu uitgevoerd als {account}.',
    embedded:
      'De service wordt uitgevoerd met het account dat dit programma heeft gestart. Voor een eigen account is de geïnstalleerde service nodig.',
    session:
      '{technician} is verbonden met deze computer. Als u het account wijzigt, start de service opnieuw en eindigt de sessie meteen.',
    doing: 'Het account wordt gewijzigd …',
  },
};
