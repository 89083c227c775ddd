const nextStep = "Demandez à l'organisation de service de renvoyer le fichier de licence.";

export const errorFlexnet = {
  'flexnet-not-text': {
    sentence: 'La ligne {line} du fichier de licence contient des octets qui ne sont pas du texte.',
    nextStep,
  },
  'flexnet-line-unfinished': {
    sentence: "La ligne {line} du fichier de licence doit continuer, mais le fichier s'arrête là.",
    nextStep,
  },
  'flexnet-quote-open': {
    sentence: 'La ligne {line} du fichier de licence contient un guillemet ouvrant sans guillemet fermant.',
    nextStep,
  },
  'flexnet-fields-missing': {
    sentence: 'Il manque des valeurs à la ligne {line} du fichier de licence : {word}',
    nextStep,
  },
  'flexnet-date-invalid': {
    sentence: "La ligne {line} du fichier de licence indique un jour qui n'existe pas : {word}",
    nextStep,
  },
  'flexnet-count-invalid': {
    sentence: "La ligne {line} du fichier de licence n'indique pas de nombre de licences utilisable : {word}",
    nextStep,
  },
  'flexnet-server-incomplete': {
    sentence: "La ligne {line} du fichier de licence indique un serveur sans ID d'hôte : {word}",
    nextStep,
  },
  'flexnet-port-invalid': {
    sentence: "La ligne {line} du fichier de licence indique un port qui n'existe pas : {word}",
    nextStep,
  },
  'flexnet-server-count': {
    sentence:
      "Ligne {line} du fichier de licence : il y a {word} serveurs, mais il ne peut y en avoir qu'un ou trois.",
    nextStep,
  },
  'flexnet-server-missing': {
    sentence:
      "La ligne {line} du fichier de licence compte des licences de {word}, mais aucune ligne SERVER n'indique qui les fournit.",
    nextStep,
  },
  'flexnet-vendor-missing': {
    sentence:
      'La ligne {line} du fichier de licence nécessite le démon fournisseur {word}, mais aucune ligne VENDOR ne le mentionne.',
    nextStep,
  },
  'flexnet-no-features': { sentence: "Le fichier de licence n'indique aucune fonctionnalité.", nextStep },
};
