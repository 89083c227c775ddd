export const pageOverview = {
  connection: 'Verbinding',
  licence: 'Licentie',
  licenceServers: 'Licentieservers',
  state: 'Status',
  nextTry: 'Volgende poging',
  organisation: 'Serviceorganisatie',
  serviceStarting: 'Print ORS Service wordt gestart.',
  lastSignedProof: 'Laatste ondertekende bewijs',
  noProof: 'Nog geen',
  allOfLicence: 'Alles over de licentie',
  noLicence: 'Er is nog geen licentie.',
  noLicenceServer: 'Er is geen licentieserver ingesteld.',
  firstRun: {
    title: 'Drie stappen naar de eerste verbinding',
    note: 'Daarna worden licenties automatisch vernieuwd.',
    identity: {
      title: 'De serviceorganisatie-ID en de verificatiecode invoeren',
      help: 'U ontvangt beide van uw serviceorganisatie.',
      action: 'ID en code invoeren',
    },
    'licence-server': {
      title: 'Een licentieserver toevoegen',
      help: 'De map waaruit de licentieserver op deze computer zijn licentiebestand leest.',
      action: 'Licentieserver toevoegen',
    },
    connect: {
      title: 'Verbinding maken',
      'serial-number':
        'Het serienummer wordt uit het licentiebestand in de licentiemap gelezen. Dat is er nog niet: plaats daar het eerste licentiebestand.',
      switch: 'Schakel Remote Service in en sla op.',
      connection: 'De verbinding wordt gemaakt. Dit duurt enkele seconden.',
      action: 'Inschakelen',
    },
  },
  attention: {
    title: 'Wat aandacht vraagt',
    notice: 'Bekijk dit',
    'settings-kept-aside': {
      title: 'De instellingen beginnen met hun standaardwaarden',
      text: 'Het eerdere bestand is bewaard als {file}.',
    },
    'refused-licence': { title: 'Een nieuwe licentie is geweigerd; de geïnstalleerde blijft' },
    clock: {
      title: 'De klok van deze computer lijkt niet te kloppen',
      text: 'De klok geeft {clock} aan, maar het is op zijn vroegst {floor}. Controleer de datum en tijd. Er wordt hierdoor niets uitgeschakeld.',
    },
  },
  service: {
    name: 'Print ORS Service',
    state: { running: 'actief', stopped: 'niet actief', starting: 'wordt gestart' },
    version: 'versie {version}',
    account: 'account {account}',
    mode: { embedded: 'gestart door dit programma', installed: 'geïnstalleerd op deze computer' },
    keychain: {
      os: 'sleutels in de sleutelopslag van het systeem',
      file: 'sleutels in een beveiligd bestand',
    },
  },
};
