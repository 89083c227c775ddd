export const certificateTrust = {
  offer: 'Zertifikat dieser Organisation vertrauen',
  title: 'Dem Zertifikat dieser Organisation vertrauen?',
  text: 'Wer dieses Zertifikat besitzt, kann die Verbindung zum Back-Office mitlesen. Fragen Sie Ihre IT-Abteilung oder den Helpdesk nach dem Fingerabdruck, und fahren Sie nur fort, wenn er Zeichen für Zeichen übereinstimmt. Das Zertifikat wird zu den Einstellungen hinzugefügt und gilt nur für das Back-Office.',
  confirm: 'Stimmt überein: vertrauen',
  saved: 'Dem Zertifikat wird ab jetzt vertraut.',
};
