export const licenceServerAdvanced = {
  summary: 'Geavanceerd',
  host: 'Computer van de licentieserver',
  hostHelpLocal: 'Waar de licentieservice op zijn poort wordt bevraagd; leeg betekent deze computer.',
  hostHelpRemote:
    'Waar de licentieservice op zijn poort wordt bevraagd; leeg betekent de computer die de map deelt.',
  ports: 'Poort',
  portsHelp:
    'Eén poort of een bereik; leeg betekent de poort die het licentiebestand vastlegt, anders 27000-27009.',
  hostId: 'Host-ID',
  hostIdHelp:
    'Een licentiebestand dat aan een andere host-ID is gebonden, wordt hier niet geïnstalleerd. Leeg betekent die van het aanwezige bestand.',
  reread: 'Opdracht voor opnieuw lezen',
  rereadHelp:
    'Wordt na de installatie van een nieuwe licentie uitgevoerd met het account van Print ORS Service. Eén woord per regel, eerst het programma met zijn volledige pad; laat dit leeg als de licentieserver het zelf merkt.',
  confirm: {
    title: 'Deze opdracht na elke nieuwe licentie uitvoeren?',
    message:
      'Print ORS Service voert de opdracht met zijn eigen account uit, precies zoals die hier staat: zonder shell en met een lege omgeving, hoogstens 30 seconden lang.',
    word: 'Woord {number}',
    yes: 'Deze opdracht gebruiken',
    no: 'Terug',
  },
};
