export const errorAssistance = {
  'assistance-request-gone': {
    sentence: 'Cette demande ou cette session est terminée.',
    nextStep: "Demandez au centre d'assistance d'envoyer une nouvelle demande.",
  },
  'assistance-grant-invalid': {
    sentence: "Rien n'a été démarré, car l'autorisation n'est plus valable.",
    nextStep: "Demandez au centre d'assistance d'envoyer une nouvelle demande.",
  },
  'assistance-not-recorded': {
    sentence: "Rien n'a été autorisé, car l'autorisation n'a pas pu être consignée.",
    nextStep:
      "Assurez-vous qu'il reste de l'espace sur le disque, puis demandez au centre d'assistance d'envoyer une nouvelle demande.",
  },
  'client-not-found': {
    sentence: "Le programme d'assistance à distance est introuvable sur cet ordinateur.",
    nextStep: 'Installez TeamViewer, ou le programme indiqué par votre organisation de service.',
  },
  'client-unsafe': {
    sentence:
      "Le programme d'assistance à distance se trouve à un endroit où d'autres utilisateurs ont pu le placer ; il n'est donc pas démarré.",
    nextStep: "Installez-le en tant qu'administrateur, dans son dossier habituel.",
  },
  'client-too-old': {
    sentence: "Le programme d'assistance à distance est trop ancien ; il n'est donc pas démarré.",
    nextStep: 'Mettez-le à jour.',
  },
  'client-version-unknown': {
    sentence:
      "La version du programme d'assistance à distance est impossible à déterminer ; il n'est donc pas démarré.",
    nextStep: 'Installez-le à partir du paquet de son éditeur.',
  },
  'client-not-started': {
    sentence: "Impossible de démarrer le programme d'assistance à distance.",
    nextStep:
      "Démarrez-le manuellement pour voir ce qui ne va pas, puis demandez au centre d'assistance d'envoyer une nouvelle demande.",
  },
  'client-not-set-up': {
    sentence:
      "RustDesk n'a pas encore d'ID, ou il laisse entrer des personnes sans un clic sur cet ordinateur.",
    nextStep: 'Démarrez RustDesk et configurez-le pour que les sessions ne soient acceptées que par un clic.',
  },
};
