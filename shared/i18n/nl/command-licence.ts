export const commandLicence = {
  exported: 'Licentiebestand {sequence} is opgeslagen als {file}',
  requested:
    'De aanvraag voor {serialNumber}, met nu licentie {sequence}, is opgeslagen als {file} onder de referentie {reference}. Breng de aanvraag naar uw serviceorganisatie; installeer wat terugkomt met: remote-service licence install FILE',
  noReason: 'gevraagd op de opdrachtregel',
  recordWhole: 'Het activiteitenlogboek is volledig: {count} vermeldingen.',
  recordBroken:
    'Het activiteitenlogboek is gewijzigd of onvolledig: vermelding {number} is de eerste die niet past bij wat daarvoor is geschreven. Exporteer het logboek en bel de helpdesk.',
};
