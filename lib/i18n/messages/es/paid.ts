import type { PaidIssue } from "@/lib/domain/payment-links/paid/schema";

export const paid = {
  paid: {
    mark: "Marcar como pagado",
    marking: "Marcando…",
    markedBy: "Marcado como pagado por {name}, {when}",
    ownWord: "Lo dice su equipo. Cobro no puede ver los pagos.",
    undo: "Deshacer",
    undoing: "Deshaciendo…",
    note: "Nota",
    reference: "Referencia",
    referenceHint: "Por ejemplo, el número del pago en su consola de 4Geeks.",
    add: "Agregar una nota o referencia",
    change: "Cambiar la nota o referencia",
    save: "Guardar",
    saving: "Guardando…",
    warningTitle: "Ya está marcado como pagado",
    warningText: "Quien abra el enlace todavía puede pagarlo, incluso por segunda vez.",
    anyway: "Mostrar el código de todos modos",
    selectedText:
      "{count, plural, =0 {Ninguno de estos enlaces queda por marcar.} one {# enlace no está marcado todavía.} other {# enlaces no están marcados todavía.}}",
    selectedDone:
      "{count, plural, one {# enlace se marcó como pagado.} other {# enlaces se marcaron como pagados.}}",
    pasteTitle: "Marcar lo que 4Geeks muestra como pagado",
    pasteOpen: "Marcar varios como pagados",
    pasteText:
      "Copie la lista de pagos de su consola de 4Geeks y péguela aquí, con todo lo que haya alrededor.",
    pasteLabel: "Lo que su consola de 4Geeks muestra como pagado",
    pasteHint:
      "Los enlaces se encuentran por sus códigos o direcciones. Usted ve cuáles son antes de marcar nada.",
    find: "Buscar estos enlaces",
    finding: "Buscando…",
    foundMarked:
      "{count, plural, one {# más de este texto ya está marcado.} other {# más de este texto ya están marcados.}}",
    foundMore:
      "El texto nombra más enlaces de los que se pueden marcar a la vez. Marque estos y péguelo otra vez.",
  },
} as const;

export const paidErrors = {
  paid_note_too_long: "Use como máximo 500 caracteres.",
  paid_note_unprintable: "Hay caracteres en esta nota que no se pueden mostrar. Bórrela y escríbala a mano.",
  paid_reference_too_long: "Use como máximo 80 caracteres.",
  paid_reference_unprintable:
    "Hay caracteres en esta referencia que no se pueden mostrar. Bórrela y escríbala a mano.",
  paid_changed_since: "Alguien de su equipo cambió esto mientras tanto. Vea cómo está ahora.",
  pasted_nothing:
    "En este texto no hay ningún enlace de este negocio. Copie la lista con sus códigos o direcciones.",
  pasted_all_marked: "Todos los enlaces de este texto ya están marcados como pagados.",
  pasted_too_long: "Este texto es demasiado largo. Péguelo por partes.",
} as const satisfies Record<
  PaidIssue | "paid_changed_since" | "pasted_nothing" | "pasted_all_marked" | "pasted_too_long",
  string
>;
