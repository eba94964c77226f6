export const expiry = {
  expiry: {
    label: "Expira",
    none: "Nunca",
    day: "No fim do dia",
    "24h": "Em 24 horas",
    "7d": "Em 7 dias",
    date: "Em uma data",
    asUsual: "Como os seus outros links",
    lastDay: "Último dia",
    never: "nunca",
    on: "Expira em {when}",
    neverOn: "Não expira",
    text: "A partir daí, quem abrir o endereço curto fica sabendo que expirou.",
    upstream: "Seus clientes podem ter o endereço dele na 4Geeks. Esse não expira.",
    opened: "Quem já abriu pode ter ainda o endereço dele na 4Geeks, que não expira.",
    expiredOn: "Expirou em {when}",
    expiredText: "Quem abrir o endereço curto fica sabendo que expirou. Você pode reabri-lo.",
    reopen: "Reabrir",
    reopening: "Reabrindo…",
    save: "Salvar",
    saving: "Salvando…",
  },
  opened: {
    times: "{count, plural, one {Visto {ago}} other {Visto {count, number} vezes, a última {ago}}}",
    never: "Ainda não foi aberto",
    hint: "Pré-visualizações de mensagens e a sua própria equipe não contam.",
  },
} as const;

export const expiryErrors = {
  expiry_day_malformed: "Escolha o último dia em que ele pode ser pago.",
  expiry_day_past: "Esse dia já passou. Escolha hoje ou um dia depois.",
  expiry_day_far: "Essa data está longe demais. Escolha um dia dentro de dois anos.",
  not_expirable: "Este link não pode mais ser mudado: foi cancelado, ou a 4Geeks não o confirmou.",
} as const;
