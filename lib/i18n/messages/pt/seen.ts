export const seen = {
  seen: {
    inactive: "Vistos, todos",
    external: "Dispensar todos",
    pending: "Um momento…",
    done: "{count, plural, one {# link saiu das pendências.} other {# links saíram das pendências.}} Todos continuam no histórico.",
    undo: "Desfazer",
    undoing: "Desfazendo…",
    asks: "Links que ficam inativos na 4Geeks vêm para cá, para alguém ver.",
    asksNothing: "Links que ficam inativos na 4Geeks não vêm para cá. A situação deles está no histórico.",
    stopAsking: "Não perguntar sobre links inativos",
    ask: "Voltar a perguntar sobre links inativos",
    saving: "Salvando…",
  },
};
