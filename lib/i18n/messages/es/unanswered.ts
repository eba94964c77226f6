export const unanswered = {
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
  tooLong: "Algo en este formulario es demasiado largo. Acórtelo e inténtelo de nuevo.",
  losesDrafts:
    "En este dispositivo hay borradores que todavía no son enlaces, y al salir se borran. ¿Salir de todos modos?",
} as const;
