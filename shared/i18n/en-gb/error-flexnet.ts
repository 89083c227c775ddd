const nextStep = 'Ask the service organisation to send the licence file again.';

export const errorFlexnet = {
  'flexnet-not-text': {
    sentence: 'Line {line} of the licence file holds bytes that are not text.',
    nextStep,
  },
  'flexnet-line-unfinished': {
    sentence: 'Line {line} of the licence file goes on, but the file ends there.',
    nextStep,
  },
  'flexnet-quote-open': {
    sentence: 'Line {line} of the licence file has an opening quotation mark without a closing one.',
    nextStep,
  },
  'flexnet-fields-missing': { sentence: 'Line {line} of the licence file lacks values: {word}', nextStep },
  'flexnet-date-invalid': {
    sentence: 'Line {line} of the licence file names a day that does not exist: {word}',
    nextStep,
  },
  'flexnet-count-invalid': {
    sentence: 'Line {line} of the licence file names no usable number of licences: {word}',
    nextStep,
  },
  'flexnet-server-incomplete': {
    sentence: 'Line {line} of the licence file names a server without a host ID: {word}',
    nextStep,
  },
  'flexnet-port-invalid': {
    sentence: 'Line {line} of the licence file names a port that does not exist: {word}',
    nextStep,
  },
  'flexnet-server-count': {
    sentence:
      'Line {line} of the licence file: there are {word} servers, but there can only be one or three.',
    nextStep,
  },
  'flexnet-server-missing': {
    sentence:
      'Line {line} of the licence file counts licences of {word}, but no SERVER line says who serves them.',
    nextStep,
  },
  'flexnet-vendor-missing': {
    sentence: 'Line {line} of the licence file needs the vendor daemon {word}, but no VENDOR line names it.',
    nextStep,
  },
  'flexnet-no-features': { sentence: 'The licence file names no feature.', nextStep },
};
