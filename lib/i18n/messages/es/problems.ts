export const problems = {
  notFoundTitle: "Aquí no hay nada",
  notFoundText: "La dirección puede estar mal escrita, o es de un negocio al que usted no pertenece.",
  notFoundHereText: "La dirección puede estar mal escrita, o es algo que usted no puede ver.",
  forbiddenTitle: "Su rol no incluye esto",
  forbiddenText: "Si lo necesita, pídalo a un dueño o administrador de este negocio.",
  home: "Ir al inicio",
} as const;
