export const errorDate = {
  'licence-without-dates': {
    sentence: 'The licence names neither an expiry date nor a maintenance end date.',
    nextStep: 'Nothing to do: there is no date to remember.',
  },
  'licence-expires-soon': {
    sentence: 'The licence expires soon; its last day is {day}.',
    nextStep: 'Ask your service organisation to extend it. The new licence is installed by itself.',
  },
  'licence-expired': {
    sentence: 'The licence has expired; its last day was {day}.',
    nextStep: 'Ask your service organisation to extend it. The new licence is installed by itself.',
  },
  'maintenance-ends-soon': {
    sentence: 'The maintenance period ends soon; its last day is {day}.',
    nextStep: 'Your service organisation can extend it; software updates need it.',
  },
  'maintenance-ended': {
    sentence: 'The maintenance period has ended; its last day was {day}.',
    nextStep: 'Your service organisation can extend it; software updates need it.',
  },
};
