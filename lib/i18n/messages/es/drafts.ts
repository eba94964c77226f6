import { draftsBar } from "@/lib/i18n/messages/es/drafts-bar";

export const drafts = {
  drafts: {
    ...draftsBar,
    title: "Borradores",
    notYet:
      "Los borradores todavía no son enlaces. Se envían solos, cada uno una sola vez, mientras Cobro está abierto y con conexión.",
    none: "No hay borradores en este dispositivo.",
    keep: "Guardar borrador",
    kept: "Se guardó como borrador. Todavía no es un enlace: se envía cuando vuelva la conexión.",
    offer: "Guardarlo como borrador",
    incomplete: "Primero revise el monto y la descripción.",
    notStored:
      "Este navegador no pudo guardarlo. Deje esta página abierta y vuelva a tocar el botón cuando tenga conexión.",
    save: "Guardar borrador",
    cancel: "Cancelar",
    edit: "Cambiar",
    drop: "Descartar",
    dismiss: "Quitar de esta lista",
    tryAgain: "Probar otra vez",
    madeOne: "El enlace se creó.",
    unconfirmed: "No pudimos confirmar este enlace. Cobro lo busca en 4Geeks y no lo envía otra vez.",
    openLink: "Abrir enlace",
    seeEarlier: "Ver el enlace que creó",
    waits: "Todavía no es un enlace",
  },
  draftPaused: {
    not_found:
      "Este negocio está cerrado, o usted ya no es parte de su equipo. Los borradores se quedan en este dispositivo: hable con un dueño.",
    forbidden:
      "Su rol aquí ya no crea enlaces. Los borradores se quedan en este dispositivo: hable con un dueño.",
    second_factor_missing:
      "Active primero la verificación en dos pasos. Los borradores se quedan en este dispositivo.",
  },
  offlineShell: {
    title: "Sin conexión",
    nothingTitle: "No hay conexión",
    nothingText: "Todavía no hay nada guardado en este dispositivo. Abra Cobro una vez con conexión.",
    noPageTitle: "Esta página necesita conexión",
    noPageText: "No hay conexión. Puede hacer borradores y ver los enlaces que vio por último.",
    notSeenText: "Este enlace no está guardado en este dispositivo. Ábralo con conexión.",
    asOf: "Como estaba: {time}",
    notPayable:
      "Cuando se vio por último, sus clientes no podían pagar este enlace; por eso no se muestra el código.",
    noLinks: "No se había creado ningún enlace.",
    reload: "Probar otra vez",
  },
} as const;
