export const templates = {
  templates: {
    title: "Plantillas",
    text: "Los enlaces que más crea, cada uno con un toque",
    intro:
      "Los enlaces que más crea. Cada uno es un botón en la página de enlaces nuevos: un toque crea el enlace.",
    newTitle: "Plantilla nueva",
    name: "Nombre",
    namePlaceholder: "Café",
    amount: "Monto",
    currency: "Moneda",
    description: "Descripción",
    interpretations: "¿Qué monto quiso decir?",
    save: "Guardar",
    saveNew: "Guardar plantilla",
    saving: "Guardando…",
    change: "Cambiar",
    remove: "Quitar plantilla",
    fromLink: "Guardar como plantilla",
  },
} as const;
