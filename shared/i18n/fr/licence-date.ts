export const licenceDate = {
  save: 'Enregistrer les dates pour le calendrier',
  saved: 'Enregistré sous {file}',
  fileName: 'dates-licence.ics',
  calendar: {
    expiry: '{product} : la licence expire',
    maintenance: '{product} : la période de maintenance se termine',
    description: 'Le {day} est le dernier jour, en UTC. Numéro de série {serialNumber}. {text}',
  },
  expiry: {
    ahead: 'La licence expire le {day}, {when}',
    today: "La licence expire aujourd'hui : le {day} est son dernier jour",
    past: 'La licence a expiré : le {day} était son dernier jour',
    text: 'Demandez à votre organisation de service de la prolonger. La nouvelle licence est installée automatiquement.',
  },
  maintenance: {
    ahead: 'La période de maintenance se termine le {day}, {when}',
    today: "La période de maintenance se termine aujourd'hui : le {day} est son dernier jour",
    past: 'La période de maintenance est terminée : le {day} était son dernier jour',
    text: 'Les mises à jour logicielles nécessitent une période de maintenance en cours. Votre organisation de service peut la prolonger.',
  },
};
