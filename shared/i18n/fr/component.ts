export const component = {
  field: { locked: 'Défini par {by}. Ne peut pas être modifié ici.' },
  secret: {
    show: 'Afficher',
    hide: 'Masquer',
    stored: 'Défini. Saisissez pour remplacer',
    neverShown: "La valeur définie n'est jamais affichée. Saisissez-en une nouvelle pour la voir.",
    empty: "Il n'y a encore rien à afficher.",
  },
  saveBar: {
    save: 'Enregistrer',
    cancel: 'Annuler',
    unchanged: "Rien n'a encore été modifié.",
    check: "Rien n'est encore enregistré. Vérifiez :",
  },
  table: { actions: 'Actions' },
  dialog: { close: 'Fermer', cancel: 'Annuler' },
  banner: { dismiss: 'Fermer ce message' },
  skeleton: { loading: 'Chargement' },
  copy: { copied: 'Copié', refused: 'La copie a échoué. Sélectionnez le texte et copiez-le manuellement.' },
  pageHeader: { place: "Emplacement dans l'arborescence" },
  step: { done: 'Terminé', current: 'Étape suivante', waiting: 'Attend les étapes précédentes' },
};
