/** Lo creado en los últimos días. Cobro no ve los pagos, y aquí nada dice que los vea. */
export const overview = {
  overview: {
    title: "Resumen",
    intro: "Enlaces creados, no pagos: Cobro no puede ver si un cliente pagó.",
    modes: { live: "Enlaces reales", test: "Enlaces de prueba", sandbox: "Enlaces de sandbox" },
    period: "Período",
    days: "{count, plural, one {Último día} other {Últimos # días}}",
    links: "{count, plural, one {# enlace} many {# de enlaces} other {# enlaces}}",
    markedPaid:
      "{count, plural, one {# marcado como pagado} many {# de marcados como pagados} other {# marcados como pagados}}",
    paidHead: "Marcados como pagados",
    byDay: "Por día",
    byDayText:
      "{links, plural, one {# enlace} many {# de enlaces} other {# enlaces}}. El día con más, {day}: {most, number}.",
    most: "Máximo: {most, number}, el {day}",
    asTable: "Como tabla",
    day: "Día",
    linksHead: "Enlaces",
    byPerson: "Por persona",
    byCurrency: "Por moneda",
    elsewhere: "Creados en otro lugar",
    nothingTitle: "No hay enlaces en este período",
    nothingText: "Los enlaces de este modo se cuentan aquí en cuanto se crean.",
    open: "Ver el resumen",
  },
};
