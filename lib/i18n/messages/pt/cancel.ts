import type { CancelReason } from "@/lib/domain/payment-links/cancel/schema";

export const cancel = {
  cancel: {
    cancel: "Cancelar link",
    cancelling: "Cancelando…",
    replace: "Substituir por…",
    reason: "Por quê?",
    text: "Quem abrir o endereço curto fica sabendo que ele foi cancelado. Dá para desfazer durante um minuto.",
    textUpstream:
      "Seus clientes podem ter o endereço dele na 4Geeks. Esse ainda pode ser pago: avise para não usarem.",
    textOpened: "Quem já abriu ainda pode ter o endereço dele na 4Geeks, que pode ser pago.",
    by: "Cancelado por {name}, {when}",
    undo: "Desfazer",
    undoing: "Desfazendo…",
    leadsTo: "O endereço curto leva ao link que o substitui.",
    toReplacement: "Abrir esse link",
    replacing: "Substitui o link de {amount}",
    replacingText: "Esse link é cancelado, e leva a este, assim que este estiver criado.",
    reasons: {
      replaced: "Substituído por outro link",
      wrong_details: "O valor ou o texto está errado",
      not_needed: "Não é mais necessário",
      duplicate: "Há dois iguais",
      other: "Outro motivo",
    } satisfies Record<CancelReason, string>,
  },
} as const;

export const cancelErrors = {
  not_cancellable: "Este link não pode ser cancelado, porque a 4Geeks não o confirmou.",
  cancel_too_late: "O minuto já passou. Crie outro link.",
  cancel_reason_missing: "Escolha o motivo.",
  already_replaced:
    "Alguém da sua equipe já substituiu este link, ou ele não pode mais ser substituído. Abra a página dele.",
} as const;
