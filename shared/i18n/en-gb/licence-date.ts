export const licenceDate = {
  save: 'Save dates for the calendar',
  saved: 'Saved as {file}',
  fileName: 'licence-dates.ics',
  calendar: {
    expiry: '{product}: the licence expires',
    maintenance: '{product}: maintenance ends',
    description: '{day} is the last day, in UTC. Serial number {serialNumber}. {text}',
  },
  expiry: {
    ahead: 'The licence expires on {day}, {when}',
    today: 'The licence expires today: {day} is its last day',
    past: 'The licence has expired: {day} was its last day',
    text: 'Ask your service organisation to extend it. The new licence is installed by itself.',
  },
  maintenance: {
    ahead: 'Maintenance ends on {day}, {when}',
    today: 'Maintenance ends today: {day} is its last day',
    past: 'Maintenance has ended: {day} was its last day',
    text: 'Software updates need a valid maintenance period. Your service organisation can extend it.',
  },
};
