// In a text the backslash escapes, so that two of them are written as four.
export const errorLicenceServers = {
  'licence-path-mapped-drive': {
    sentence:
      'Een stationsletter kan niet worden gebruikt voor een externe licentieserver: die bestaat alleen voor u, niet voor Print ORS Service.',
    nextStep: 'Voer de gedeelde map zelf in, bijvoorbeeld \\\\\\\\server\\share\\map',
  },
  'licence-path-share-form': {
    sentence: 'Dit is niet het adres van een gedeelde map.',
    nextStep: 'Voer server, share en map in, bijvoorbeeld \\\\\\\\server\\share\\map',
  },
  'licence-path-share-unmounted': {
    sentence: 'Deze computer kan een gedeelde map niet via het adres openen.',
    nextStep: 'Koppel de share voor Print ORS Service en voer daarna de map in waaraan die is gekoppeld.',
  },
  'licence-path-not-local': {
    sentence: 'Een gedeelde map kan niet de map van een lokale licentieserver zijn.',
    nextStep: 'Kies Extern als soort, of een map op deze computer.',
  },
  'share-host-not-saved': {
    sentence:
      'De server {host} staat niet in de opgeslagen instellingen, daarom meldt Print ORS Service zich daar nog niet aan.',
    nextStep: 'Sla eerst de instellingen op en test daarna de map.',
  },
  'nothing-to-copy': {
    sentence: 'Er is nog geen licentie om te kopiëren.',
    nextStep: 'Wacht tot er een licentie is binnengekomen, of importeer er een.',
  },
};
