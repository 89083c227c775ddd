// In a text the backslash escapes, so that two of them are written as four.
export const errorLicenceServers = {
  'licence-path-mapped-drive': {
    sentence:
      "Une lettre de lecteur ne peut pas être utilisée pour un serveur de licences distant : elle n'existe que pour vous, pas pour Print ORS Service.",
    nextStep: 'Saisissez le dossier partagé lui-même, par exemple \\\\\\\\serveur\\partage\\dossier',
  },
  'licence-path-share-form': {
    sentence: "Ceci n'est pas l'adresse d'un dossier partagé.",
    nextStep: 'Saisissez le serveur, le partage et le dossier, par exemple \\\\\\\\serveur\\partage\\dossier',
  },
  'licence-path-share-unmounted': {
    sentence: 'Cet ordinateur ne peut pas ouvrir un dossier partagé par son adresse.',
    nextStep: 'Montez le partage pour Print ORS Service, puis saisissez le dossier sur lequel il est monté.',
  },
  'licence-path-not-local': {
    sentence: "Un dossier partagé ne peut pas être le dossier d'un serveur de licences local.",
    nextStep: 'Choisissez le type « Distant », ou un dossier de cet ordinateur.',
  },
  'share-host-not-saved': {
    sentence:
      "Le serveur {host} ne figure pas dans les paramètres enregistrés ; Print ORS Service ne s'y connecte donc pas encore.",
    nextStep: "Enregistrez d'abord les paramètres, puis testez le dossier.",
  },
  'nothing-to-copy': {
    sentence: "Il n'y a pas encore de licence à copier.",
    nextStep: "Attendez l'arrivée d'une licence, ou importez-en une.",
  },
};
