export const pageAccess = {
  look: {
    title: 'Vous pouvez consulter, mais pas modifier',
    text: "Pour modifier les paramètres et donner des commandes, demandez à l'administrateur de cet ordinateur d'ajouter votre compte au groupe {group}, puis fermez la session et rouvrez-la.",
  },
  nothing: {
    title: 'Votre compte ne peut pas consulter cette installation',
    text: "Print ORS Service ne répond qu'aux membres du groupe {group}. Demandez à l'administrateur de cet ordinateur d'y ajouter votre compte, puis fermez la session et rouvrez-la.",
  },
};
