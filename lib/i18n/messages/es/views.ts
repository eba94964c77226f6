/** Mensajes sobre lo que las personas buscan a menudo en el historial. */
export const views = {
  views: {
    title: "Vistas guardadas",
    save: "Guardar esta vista",
    name: "Nombre de la vista",
    hint: "Solo usted la ve.",
    submit: "Guardar",
    saving: "Guardando…",
    remove: "Quitar esta vista",
    removing: "Quitando…",
  },
} as const;

export const viewErrors = {
  view_name_missing: "Escriba un nombre para la vista.",
  view_name_too_long: "Use 40 caracteres como máximo.",
  view_name_unprintable:
    "Hay caracteres en este nombre que no se pueden mostrar. Bórrelo y escríbalo a mano.",
  view_name_taken: "Ya tiene una vista con este nombre. Elija otro nombre o quite primero esa vista.",
  view_empty: "Esta vista muestra todos los enlaces. Busque o filtre primero y después guárdela.",
  view_query_too_long: "La búsqueda es demasiado larga para guardarla. Hágala más corta.",
  too_many_views: "Tiene 20 vistas y no es posible tener más. Quite una que ya no use.",
} as const;
