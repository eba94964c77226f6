export const create = {
  offline: {
    badge: "Sin conexión",
  },
  create: {
    forMerchant: "para {merchant}",
    usual: "Usados antes",
    templates: "Plantillas",
    keypad: "Teclado",
    back: "Borrar el último número",
    mark: "Decimales",
    submitting: "Su enlace se está creando",
    slow: "4Geeks está tardando más de lo normal. Puede salir de esta página: su enlace aparecerá en el Historial.",
    pendingLinks: "Enlaces en camino",
    offline:
      "Este teléfono no tiene conexión, así que no se envió nada. Lo que escribió sigue aquí: toque otra vez cuando vuelva la señal.",
    tapRestored:
      "No llegó respuesta a su toque en una plantilla. Tóquela otra vez: si el enlace se creó, lo verá, y ninguno se crea dos veces.",
    creatingIn: "Se crea en",
    undo: "Deshacer",
    undone: "Deshecho. No se creó ningún enlace.",
    left: "Usted salió de esta página, así que no se creó ningún enlace.",
    noAnswer:
      "La conexión se cortó antes de la respuesta. Toque otra vez: si su enlace ya se creó, lo verá; no se crea dos veces.",
  },
} as const;
