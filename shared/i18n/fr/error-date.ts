export const errorDate = {
  'licence-without-dates': {
    sentence: "La licence n'indique ni date d'expiration ni fin de période de maintenance.",
    nextStep: "Rien à faire : il n'y a aucune date à retenir.",
  },
  'licence-expires-soon': {
    sentence: 'La licence expire bientôt ; son dernier jour est le {day}.',
    nextStep:
      'Demandez à votre organisation de service de la prolonger. La nouvelle licence est installée automatiquement.',
  },
  'licence-expired': {
    sentence: 'La licence a expiré ; son dernier jour était le {day}.',
    nextStep:
      'Demandez à votre organisation de service de la prolonger. La nouvelle licence est installée automatiquement.',
  },
  'maintenance-ends-soon': {
    sentence: 'La période de maintenance se termine bientôt ; son dernier jour est le {day}.',
    nextStep:
      'Votre organisation de service peut la prolonger ; elle est nécessaire pour les mises à jour logicielles.',
  },
  'maintenance-ended': {
    sentence: 'La période de maintenance est terminée ; son dernier jour était le {day}.',
    nextStep:
      'Votre organisation de service peut la prolonger ; elle est nécessaire pour les mises à jour logicielles.',
  },
};
