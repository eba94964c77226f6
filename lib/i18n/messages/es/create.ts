export const create = {
  offline: {
    badge: "Sin conexión",
    form: "No hay conexión, así que no se envió nada. Lo que escribió sigue aquí: pruebe otra vez cuando vuelva.",
  },
  create: {
    forMerchant: "para {merchant}",
    usual: "Usados antes",
    templates: "Plantillas",
    keypad: "Teclado",
    back: "Borrar el último dígito",
    mark: "Decimales",
    submitting: "Su enlace se está creando",
    slow: "4Geeks se está tardando. Puede salir de esta página: su enlace sigue su curso y queda en el Historial.",
    pendingLinks: "Enlaces en camino",
    offline:
      "Este teléfono no tiene conexión, así que no se envió nada. Lo que escribió sigue aquí: pulse otra vez cuando vuelva la señal.",
    noAnswer:
      "La conexión se cortó antes de la respuesta. Pulse otra vez: si su enlace se creó, lo verá, y ninguno se crea dos veces.",
  },
} as const;
