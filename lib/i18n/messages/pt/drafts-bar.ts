export const draftsBar = {
  waiting: "ainda não são links",
  made: "criados de rascunhos",
  see: "Ver rascunhos",
  signedOut: "Entre de novo para enviar seus rascunhos. Nenhum se perde.",
  signIn: "Entrar",
  newVersion: "Há uma nova versão do Cobro.",
  update: "Atualizar",
} as const;
