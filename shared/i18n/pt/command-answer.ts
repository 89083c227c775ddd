export const commandAnswer = {
  entitlement: {
    entitled: 'A versão {version} de {released} está abrangida: a manutenção vigora até {until}.',
    'not-entitled':
      'A versão {version} de {released} não está abrangida: a manutenção abrange versões até {until}. Pedir o seu prolongamento e instalar depois a versão.',
    'clock-suspect':
      'A versão {version} de {released} está abrangida até {until}, mas o relógio deste computador parece errado. Acertar o relógio.',
  },
  settings: {
    exported: 'Escrito em {file}.',
    leftOut:
      'Definições omitidas por serem secretas: {keys}. Introduzi-las novamente onde o ficheiro for importado.',
    unchanged: 'Nada a alterar: as definições já são as do ficheiro.',
    change: '{key}: {before} -> {after}',
    dryRun: 'Nada foi guardado.',
    locked: 'fixada pela política',
  },
  report: {
    written:
      'Relatório de suporte escrito em {file} ({bytes} bytes). Não contém dados secretos; revê-lo antes de o enviar.',
  },
};
