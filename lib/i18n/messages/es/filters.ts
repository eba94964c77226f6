import type { FilterIssueCode } from "@/lib/core/filters";

export const filters = {
  filterIssue: {
    nothingShown: "No se muestra nada hasta corregir esto:",
    too_long: "{name}: es demasiado largo. Use como máximo 200 caracteres.",
    unprintable: "{name}: tiene caracteres que no se pueden mostrar. Bórrelo y escríbalo a mano.",
    not_in_list: "{name}: no conocemos este valor. Elija de la lista.",
    not_a_day: "{name}: esto no es una fecha. Elija el día de nuevo, o escríbalo así: 2026-11-28.",
    not_a_time: "{name}: esto no es una hora. Escríbala como 07:30 o 22:00.",
    day_not_yet: "{name}: este día todavía no llega. Elija hoy o un día anterior.",
    time_not_yet: "{name}: esta hora todavía no llega. Elija una anterior.",
    shift_reversed:
      "{name}: esta hora viene después de la última. Un turno que pasa de medianoche puede tener hasta 16 horas.",
    not_an_amount: "{name}: esto no es un monto. Escríbalo así: 1500 o 12,50.",
    reversed: "{name}: este día viene después del último. Elija uno anterior.",
    amounts_reversed: "{name}: este monto es mayor que el máximo. Elija uno menor.",
    repeated: "{name}: la dirección lo tiene más de una vez. Elija uno.",
    too_many: "{name}: son más de 100. Elija menos o use los filtros.",
    no_such_page: "La dirección de esta página está dañada. Vuelva a los más nuevos.",
  } satisfies Record<FilterIssueCode | "nothingShown", string>,
  /** Sent in place of a file, as plain text that a browser shows and does not save. */
  download: {
    signed_out: "Su sesión terminó. Inicie sesión y descárguelo de nuevo.",
    forbidden: "Su rol no incluye esto. Pídalo a un dueño.",
    second_factor_missing: "Active primero la verificación en dos pasos en el portal.",
    not_found: "Aquí no hay ese archivo.",
    failed: "Algo falló de nuestro lado. Descárguelo de nuevo.",
    busy: "En este momento se están haciendo muchos archivos. Descárguelo de nuevo en unos segundos.",
  },
} as const;
