export const expiry = {
  expiry: {
    label: "Vence",
    none: "Nunca",
    day: "Al final del día",
    "24h": "En 24 horas",
    "7d": "En 7 días",
    date: "En una fecha",
    asUsual: "Como sus demás enlaces",
    lastDay: "Último día",
    never: "nunca",
    on: "Vence el {when}",
    neverOn: "No vence",
    text: "Desde entonces, a quien abra su dirección corta se le dice que venció.",
    upstream: "Sus clientes pueden tener su dirección de 4Geeks. Esa no vence.",
    opened: "Quien ya lo abrió puede tener todavía su dirección de 4Geeks, que no vence.",
    expiredOn: "Venció el {when}",
    expiredText: "A quien abra su dirección corta se le dice que venció. Puede reabrirlo.",
    reopen: "Reabrir",
    reopening: "Reabriendo…",
    save: "Guardar",
    saving: "Guardando…",
  },
  opened: {
    times: "{count, plural, one {Visto {ago}} other {Visto {count, number} veces, la última {ago}}}",
    never: "Todavía no lo han abierto",
    hint: "No se cuentan las vistas previas de mensajería ni su propio equipo.",
  },
} as const;

export const expiryErrors = {
  expiry_day_malformed: "Elija el último día en que se puede pagar.",
  expiry_day_past: "Ese día ya pasó. Elija hoy o uno posterior.",
  expiry_day_far: "Esa fecha está muy lejos. Elija un día dentro de dos años.",
  not_expirable: "Este enlace ya no se puede cambiar: se canceló, o 4Geeks no lo ha confirmado.",
} as const;
