export const create = {
  offline: {
    badge: "Sin conexión",
  },
  unanswered: {
    offline:
      "No hay conexión, así que no se envió nada. Lo que escribió sigue aquí: pruebe otra vez cuando vuelva la conexión.",
    noAnswer:
      "La conexión se cortó antes de la respuesta, así que tal vez esto no llegó. Lo que escribió sigue aquí: revise su conexión y pruebe otra vez.",
    otherAnswer:
      "Respondió otra cosa en lugar de Cobro: la página de acceso de su red, o un servidor ocupado. Lo que escribió sigue aquí: revise si su red le pide identificarse, espere un momento y pruebe otra vez.",
    tooLarge:
      "Esto es demasiado grande para su red. Lo que escribió sigue aquí: acórtelo, o elija un archivo más pequeño, y pruebe otra vez.",
    stalePage:
      "Cobro se actualizó desde que abrió esta página, así que no se envió nada. Cargue la página de nuevo: lo que escribió estará aquí, menos contraseñas, llaves de API y archivos.",
    unexpected: "Algo falló de nuestro lado. Lo que escribió sigue aquí; inténtelo de nuevo.",
    signedOut:
      "Su sesión se había cerrado, así que esto no se envió. Lo que escribió está aquí otra vez: revíselo y envíelo, y escriba de nuevo las contraseñas y llaves de API.",
    askedForProof:
      "No se envió nada antes de que usted confirmara que es usted. Lo que escribió está aquí otra vez: revíselo y envíelo, y escriba de nuevo las contraseñas y llaves de API.",
    updated:
      "Cobro se actualizó. Lo que escribió está aquí otra vez, menos contraseñas, llaves de API y archivos.",
    restored:
      "Cuando envió esto, no hubo respuesta. Lo que escribió está aquí otra vez: revíselo y envíelo, y escriba de nuevo las contraseñas y llaves de API.",
    reload: "Cargar la página de nuevo",
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
