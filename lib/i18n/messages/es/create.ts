export const create = {
  offline: {
    badge: "Sin conexión",
  },
  unanswered: {
    offline:
      "No hay conexión, así que no se envió nada. Lo que escribió sigue aquí: pruebe otra vez cuando vuelva.",
    noAnswer:
      "La conexión se cortó antes de la respuesta, así que puede que esto no haya llegado. Lo que escribió sigue aquí: revise su conexión y pruebe otra vez.",
    otherAnswer:
      "Respondió otra cosa en lugar de Cobro: la página de ingreso de su red, o un servidor ocupado. Lo que escribió sigue aquí: vea si su red le pide ingresar, espere un momento y pruebe otra vez.",
    tooLarge:
      "Esto es demasiado grande para enviarse por su red. Lo que escribió sigue aquí: acórtelo, o elija un archivo más pequeño, y pruebe otra vez.",
    stalePage:
      "Cobro se actualizó desde que abrió esta página, así que no se envió nada. Cargue la página de nuevo: lo que escribió estará aquí, menos contraseñas, llaves y archivos.",
    unexpected: "Algo falló de nuestro lado. Lo que escribió sigue aquí; inténtelo de nuevo.",
    signedOut:
      "Su sesión se había cerrado, así que esto no se envió. Lo que escribió está aquí otra vez: revíselo y envíelo, y escriba de nuevo contraseñas y llaves.",
    restored:
      "Cuando envió esto antes no hubo respuesta. Lo que escribió está aquí otra vez: revíselo y envíelo, y escriba de nuevo contraseñas y llaves.",
    reload: "Cargar la página de nuevo",
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
