import { assistanceActivity } from './assistance';

export const connection = {
  label: 'Verbindingsstatus',
  state: {
    disabled: 'Uitgeschakeld',
    'not-configured': 'Nog niet ingesteld',
    'service-stopped': 'Service niet actief',
    connecting: 'Verbinding maken',
    connected: 'Verbonden',
    failed: 'Verbinding mislukt',
  },
  explain: {
    disabled: 'Remote Service is uitgeschakeld. Er is geen verbinding met de backoffice.',
    'not-configured': 'Er ontbreken nog enkele stappen voordat er verbinding kan worden gemaakt.',
    'service-stopped': 'Print ORS Service is niet actief, daarom is er geen verbinding en wachten licenties.',
    connecting: 'De verbinding met de backoffice wordt gemaakt.',
    connected: 'Er is verbinding met de backoffice.',
    failed: 'Er is geen verbinding met de backoffice.',
  },
  since: 'sinds {time}',
  nextTry: 'Volgende poging op {time}',
  missing: {
    'service-organisation-id': 'De serviceorganisatie-ID invoeren',
    'verification-code': 'De verificatiecode invoeren',
    'licence-server': 'Een licentieserver toevoegen',
    'serial-number': 'Een licentiebestand met een serienummer in de licentiemap plaatsen',
  },
};

export const licenceServer = {
  state: {
    'up-to-date': 'Bijgewerkt',
    behind: 'Wacht op de nieuwe licentie',
    installing: 'Wordt bijgewerkt',
    failing: 'Kan niet worden bijgewerkt',
    'waiting-for-operator': 'Handmatig te kopiëren',
    'copied-by-hand': 'Handmatig gekopieerd',
    'kept-by-hand': 'Andere licentie handmatig behouden',
    unknown: 'Nog niet bekend',
  },
  kind: { local: 'Lokaal', remote: 'Extern' },
};

export const licenceDifference = {
  reason: {
    initial: 'Eerste licentie',
    'maintenance-extended': 'Onderhoud verlengd',
    'features-added': 'Functies toegevoegd',
    'users-added': 'Gebruikers toegevoegd',
    replacement: 'Licentie vervangen',
  },
  users: 'Gebruikers {from} → {to}',
  usersFirst: 'Gebruikers {to}',
  maintenance: 'onderhoud tot en met {to}',
  expiry: 'geldig tot en met {to}',
  expiryPerpetual: 'geldig zonder einddatum',
  featureAdded: '{name} toegevoegd ({quantity})',
  featureRemoved: '{name} verwijderd',
  featureQuantity: '{name} {from} → {to}',
  featureExpiry: '{name} geldig tot en met {to}',
  featureExpiryPerpetual: '{name} geldig zonder einddatum',
  nothing: 'geen wijziging in functies, gebruikers of datums',
};

export const activity = {
  kind: {
    'service-started': 'Print ORS Service gestart',
    'service-stopped': 'Print ORS Service gestopt',
    'service-control': 'Starten, stoppen of opnieuw starten gevraagd',
    'settings-applied': 'Instellingen van kracht',
    'settings-broken': 'Instellingenbestand kon niet worden gelezen',
    'policy-ignored': 'Beleid genegeerd',
    connected: 'Verbonden met de backoffice',
    'connection-failed': 'Verbinding mislukt',
    'connection-disabled': 'Verbinding uitgeschakeld',
    registered: 'Geregistreerd bij de serviceorganisatie',
    'registration-ended': 'Registratie beëindigd door de serviceorganisatie',
    'licence-received': 'Nieuwe licentie ontvangen',
    'licence-refused': 'Licentie geweigerd',
    'licence-changed': 'Wat de nieuwe licentie heeft gewijzigd',
    'licence-installed': 'Licentie geïnstalleerd',
    'licence-install-failed': 'Licentie kon niet worden geïnstalleerd',
    'licence-rolled-back': 'Licentie teruggezet zoals die was',
    'licence-recovered': 'Onderbroken installatie voltooid',
    'licence-imported': 'Licentie aangeleverd door de operator',
    'licence-file-imported': 'Licentiebestand zonder handtekening geplaatst door de operator',
    'licence-restored': 'Eerder licentiebestand teruggezet door de operator',
    'licence-file-saved': 'Licentiebestand opgeslagen door de operator',
    'licence-request-made': 'Licentieaanvraag gemaakt door de operator',
    'key-set-renewed': 'Sleutels van de serviceorganisatie vernieuwd',
    'key-set-refused': 'Sleutels van de serviceorganisatie geweigerd',
    'reread-done': 'Licentieserver gevraagd zijn bestand opnieuw te lezen',
    'reread-failed': 'Opdracht voor opnieuw lezen mislukt',
    'expiry-notice': 'Verlopen van de licentie aangekondigd',
    'maintenance-notice': 'Einde van het onderhoud aangekondigd',
    'clock-suspect': 'De klok van deze computer lijkt niet te kloppen',
    'event-skipped': 'Bericht van een onbekend soort overgeslagen',
    announcement: 'Bericht van de serviceorganisatie',
    'try-again': 'Op verzoek opnieuw geprobeerd',
    'release-index-refused': 'De lijst met softwareversies is geweigerd',
    'release-offered': 'Er wordt een update aangeboden',
    'update-download-asked': 'Downloaden van de update gevraagd',
    'update-paused': 'Downloaden van de update onderbroken',
    'update-downloaded': 'Update gedownload en gecontroleerd',
    'update-refused': 'Gedownloade update geweigerd',
    'update-install-asked': 'Installatie van de update gestart',
    'update-installed': 'Update geïnstalleerd',
    'connection-checked': 'Verbinding gecontroleerd',
    'licence-marked-as-copied': 'Licentie gemarkeerd als handmatig gekopieerd',
    'licence-found-copied': 'Handmatig gekopieerde licentie gevonden',
    'entitlement-skipped': 'Update geïnstalleerd zonder te vragen of het onderhoud die dekt',
    ...assistanceActivity,
  },
  actor: { service: 'Print ORS Service', operator: 'Operator', 'back-office': 'Serviceorganisatie' },
};

export const consequence = {
  connects: 'Door opslaan wordt deze installatie met de backoffice verbonden.',
  disconnects:
    'Door opslaan eindigen de verbinding met de backoffice en een lopende sessie voor hulp op afstand; licenties wachten tot die weer wordt ingeschakeld.',
  'registers-again': 'Door opslaan wordt deze installatie opnieuw geregistreerd.',
  reconnects: 'Door opslaan maakt Print ORS Service opnieuw verbinding.',
  'licence-servers-read': 'Door opslaan worden de licentieservers opnieuw gelezen.',
  'licence-server-removed': 'Na opslaan wordt een licentieserver niet meer bijgewerkt.',
};

export const notification = {
  licenceInstalled: 'Nieuwe licentie geïnstalleerd',
  connectionFailed: 'Verbinding mislukt',
  connectionBack: 'Weer verbonden',
};

export const tray = {
  stopAssistance: 'Hulp op afstand stoppen',
  assistance: 'Er is hulp op afstand bezig',
  open: 'Remote Service openen',
  tryNow: 'De verbinding opnieuw proberen',
  check: 'Verbinding controleren',
  quit: 'Afsluiten',
  view: 'Beeld',
  zoomIn: 'Grotere tekst',
  zoomOut: 'Kleinere tekst',
  resetZoom: 'Normale tekstgrootte',
  close: 'Venster sluiten',
  tooltip: 'Remote Service: {state}',
};
