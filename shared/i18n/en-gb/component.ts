export const component = {
  field: { locked: 'Set by {by}. It cannot be changed here.' },
  secret: {
    show: 'Show',
    hide: 'Hide',
    stored: 'Set. Type to replace it',
    neverShown: 'The value that is set is never shown. Type a new one to see it.',
    empty: 'There is nothing to show yet.',
  },
  saveBar: {
    save: 'Save',
    cancel: 'Cancel',
    unchanged: 'Nothing has changed yet.',
    check: 'Nothing is saved yet. Please look at:',
  },
  table: { actions: 'Actions' },
  dialog: { close: 'Close', cancel: 'Cancel' },
  banner: { dismiss: 'Dismiss this message' },
  skeleton: { loading: 'Loading' },
  copy: { copied: 'Copied', refused: 'Copying did not work. Select the text and copy it by hand.' },
  pageHeader: { place: 'Place in the tree' },
  step: { done: 'Done', current: 'Next step', waiting: 'Waits for the steps before it' },
};
