export const draftsBar = {
  waiting: "todavía no son enlaces",
  made: "creados de borradores",
  see: "Ver borradores",
  signedOut: "Inicie sesión de nuevo para enviar sus borradores. Ninguno se pierde.",
  signIn: "Iniciar sesión",
  newVersion: "Hay una nueva versión de Cobro.",
  update: "Actualizar",
} as const;
