import type { CancelReason } from "@/lib/domain/payment-links/cancel/schema";

export const cancel = {
  cancel: {
    cancel: "Cancelar enlace",
    cancelling: "Cancelando…",
    replace: "Reemplazar por…",
    reason: "¿Por qué?",
    text: "A quien abra su dirección corta se le dice que se canceló. Se puede deshacer durante un minuto.",
    textUpstream:
      "Sus clientes pueden tener su dirección de 4Geeks. Esa se puede pagar todavía: dígales que no la usen.",
    textOpened: "Quien ya lo abrió puede tener todavía su dirección de 4Geeks, que se puede pagar.",
    by: "Cancelado por {name}, {when}",
    undo: "Deshacer",
    undoing: "Deshaciendo…",
    leadsTo: "Su dirección corta lleva al enlace que lo reemplaza.",
    toReplacement: "Abrir ese enlace",
    replacing: "Reemplaza el enlace por {amount}",
    replacingText: "Ese enlace se cancela, y lleva a este, en cuanto este esté creado.",
    reasons: {
      replaced: "Reemplazado por otro enlace",
      wrong_details: "El monto o el texto está mal",
      not_needed: "Ya no hace falta",
      duplicate: "Hay dos iguales",
      other: "Otro motivo",
    } satisfies Record<CancelReason, string>,
  },
} as const;

export const cancelErrors = {
  not_cancellable: "Este enlace no se puede cancelar, porque 4Geeks no lo ha confirmado.",
  cancel_too_late: "Ya pasó el minuto. Cree otro enlace.",
  cancel_reason_missing: "Elija por qué.",
  already_replaced:
    "Alguien de su equipo ya reemplazó este enlace, o ya no se puede reemplazar. Abra su página.",
} as const;
