export const seen = {
  seen: {
    inactive: "Vistos, todos",
    external: "Descartar todos",
    pending: "Un momento…",
    done: "{count, plural, one {# enlace salió de Pendientes.} other {# enlaces salieron de Pendientes.}} Todos siguen en el historial.",
    undo: "Deshacer",
    undoing: "Deshaciendo…",
    asks: "Los enlaces que quedan inactivos en 4Geeks llegan aquí, para que alguien los vea.",
    asksNothing: "Los enlaces que quedan inactivos en 4Geeks no llegan aquí. Su estado está en el historial.",
    stopAsking: "No preguntar por enlaces inactivos",
    ask: "Volver a preguntar por enlaces inactivos",
    saving: "Guardando…",
  },
};
