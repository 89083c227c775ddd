export const licenceDate = {
  save: 'Datums voor de agenda opslaan',
  saved: 'Opgeslagen als {file}',
  fileName: 'licentiedatums.ics',
  calendar: {
    expiry: '{product}: de licentie verloopt',
    maintenance: '{product}: het onderhoud eindigt',
    description: '{day} is de laatste dag, in UTC. Serienummer {serialNumber}. {text}',
  },
  expiry: {
    ahead: 'De licentie verloopt op {day}, {when}',
    today: 'De licentie verloopt vandaag: {day} is de laatste dag',
    past: 'De licentie is verlopen: {day} was de laatste dag',
    text: 'Vraag uw serviceorganisatie de licentie te verlengen. De nieuwe licentie wordt automatisch geïnstalleerd.',
  },
  maintenance: {
    ahead: 'Het onderhoud eindigt op {day}, {when}',
    today: 'Het onderhoud eindigt vandaag: {day} is de laatste dag',
    past: 'Het onderhoud is geëindigd: {day} was de laatste dag',
    text: 'Software-updates hebben een geldige onderhoudsperiode nodig. Uw serviceorganisatie kan die verlengen.',
  },
};
