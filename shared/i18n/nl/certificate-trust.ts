export const certificateTrust = {
  offer: 'Certificaat van deze organisatie vertrouwen',
  title: 'Certificaat van deze organisatie vertrouwen?',
  text: 'Wie dit certificaat bezit, kan de verbinding met de backoffice lezen. Vraag uw IT-afdeling of de helpdesk naar de vingerafdruk en ga alleen verder als die teken voor teken gelijk is. Het certificaat wordt aan de instellingen toegevoegd en geldt alleen voor de backoffice.',
  confirm: 'Gelijk: vertrouwen',
  saved: 'Het certificaat wordt vanaf nu vertrouwd.',
};
