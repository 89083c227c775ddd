export const pagePolicy = {
  named: 'the policy of {by}',
  organisation: 'the policy of your organisation',
  locked: 'Fixed by {owner}. It cannot be changed here.',
  ignored: 'A policy is there, but it is not in force',
};
