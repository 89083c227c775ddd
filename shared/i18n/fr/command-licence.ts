export const commandLicence = {
  exported: 'Le fichier de licence {sequence} est enregistré sous {file}',
  requested:
    'La demande pour {serialNumber}, qui détient la licence {sequence}, est enregistrée sous {file} avec la référence {reference}. Remettez-la à votre organisation de service ; installez le fichier reçu en retour avec : remote-service licence install FILE',
  noReason: 'demandé en ligne de commande',
  recordWhole: "Le journal d'activité est intact : {count} entrées.",
  recordBroken:
    "Le journal d'activité a été modifié ou est incomplet : l'entrée {number} est la première qui ne correspond pas à ce qui précède. Exportez-le et appelez le centre d'assistance.",
};
