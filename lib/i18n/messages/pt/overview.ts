/** O que foi criado nos últimos dias. O Cobro não vê pagamentos, e nada aqui diz que vê. */
export const overview = {
  overview: {
    title: "Resumo",
    intro: "Links criados, não pagamentos: o Cobro não vê se um cliente pagou.",
    modes: { live: "Links reais", test: "Links de teste", sandbox: "Links de sandbox" },
    period: "Período",
    days: "{count, plural, one {Último dia} other {Últimos # dias}}",
    links: "{count, plural, one {# link} many {# de links} other {# links}}",
    markedPaid:
      "{count, plural, one {# marcado como pago} many {# de marcados como pagos} other {# marcados como pagos}}",
    paidHead: "Marcados como pagos",
    byDay: "Por dia",
    byDayText:
      "{links, plural, one {# link} many {# de links} other {# links}}. O dia com mais, {day}: {most, number}.",
    most: "Máximo: {most, number}, em {day}",
    asTable: "Como tabela",
    day: "Dia",
    linksHead: "Links",
    byPerson: "Por pessoa",
    byCurrency: "Por moeda",
    elsewhere: "Criados em outro lugar",
    nothingTitle: "Nenhum link neste período",
    nothingText: "Os links deste modo são contados aqui assim que são criados.",
    open: "Ver o resumo",
  },
};
