import { draftsBar } from "@/lib/i18n/messages/pt/drafts-bar";

export const drafts = {
  drafts: {
    ...draftsBar,
    title: "Rascunhos",
    notYet:
      "Rascunhos ainda não são links. Eles são enviados sozinhos, cada um uma só vez, enquanto o Cobro está aberto e com conexão.",
    none: "Não há rascunhos neste aparelho.",
    keep: "Guardar rascunho",
    kept: "Foi guardado como rascunho. Ainda não é um link: será enviado quando a conexão voltar.",
    offer: "Guardar como rascunho",
    incomplete: "Primeiro confira o valor e a descrição.",
    notStored:
      "Este navegador não conseguiu guardar o rascunho. Deixe esta página aberta e toque de novo quando estiver on-line.",
    save: "Salvar rascunho",
    cancel: "Cancelar",
    edit: "Alterar",
    drop: "Descartar",
    dismiss: "Tirar desta lista",
    tryAgain: "Tentar de novo",
    madeOne: "O link foi criado.",
    unconfirmed: "Não conseguimos confirmar este link. O Cobro o procura na 4Geeks e não o envia de novo.",
    openLink: "Abrir link",
    seeEarlier: "Ver o link que ele criou",
    waits: "Ainda não é um link",
  },
  draftPaused: {
    not_found:
      "Este negócio está fechado, ou você não faz mais parte da equipe. Os rascunhos ficam neste aparelho: fale com um proprietário.",
    forbidden:
      "Sua função aqui não cria mais links. Os rascunhos ficam neste aparelho: fale com um proprietário.",
    second_factor_missing: "Antes, ative a verificação em duas etapas. Os rascunhos ficam neste aparelho.",
  },
  offlineShell: {
    title: "Sem conexão",
    nothingTitle: "Você está sem conexão",
    nothingText: "Ainda não há nada guardado neste aparelho. Abra o Cobro uma vez com conexão.",
    noPageTitle: "Esta página precisa de conexão",
    noPageText: "Você está sem conexão. Ainda pode fazer rascunhos e ver os links que viu por último.",
    notSeenText: "Este link não está guardado neste aparelho. Abra-o com conexão.",
    asOf: "Como estava: {time}",
    notPayable:
      "Quando foi visto por último, seus clientes não podiam pagar este link; por isso o código não aparece.",
    noLinks: "Ainda não havia nenhum link.",
    reload: "Tentar de novo",
  },
} as const;
