/** Para quienes su reloj marca otra hora que el del negocio. */
export const zone = {
  zone: {
    both: "{when} ({yours} donde usted está)",
    note: "Los días y las horas son los del negocio. Ahora: {there} en el negocio, {here} donde usted está.",
  },
};
