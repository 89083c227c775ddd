export const licenceDate = {
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
