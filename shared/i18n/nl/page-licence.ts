export const pageLicence = {
  inForce: 'Geldende licentie',
  inForceNote: 'Wat de nieuwste licentie van uw serviceorganisatie toekent.',
  customer: 'Klant',
  lastChange: 'Laatste wijziging',
  hostId: 'Host-ID',
  fileDate: 'Bestandsdatum',
  noSequence: 'Het bestand heeft geen nummer',
  installedFile: 'Geïnstalleerd licentiebestand',
  featuresOn: 'Functies op {name}',
  service: 'Licentieservice',
  serving: {
    serving: 'Actief op poort {port} van {host}',
    'not-serving': 'Nog niet actief op {host}',
    'not-asked': 'Nog niet gevraagd',
  },
  servingNote: {
    serving: 'gevraagd op {time}',
    'not-serving': 'gevraagd op {time}; moet mogelijk nog worden gestart',
    'not-asked': 'Verbinding controleren vraagt dit, en elke nieuwe licentie ook',
  },
  noFile: 'Hier is nog geen licentiebestand gelezen.',
  stopped: 'Wat is geïnstalleerd, wordt getoond zodra de service actief is.',
  setUp: {
    title: 'Een licentieserver instellen',
    text: 'Geef de map op waaruit de licentieserver zijn licentiebestand leest. Het serienummer wordt dan daaruit gelezen en nieuwe licenties worden daar geïnstalleerd.',
  },
};
