/** Para quem o relógio marca outra hora que o do negócio. */
export const zone = {
  zone: {
    both: "{when} ({yours} onde você está)",
    note: "Os dias e horários são os do negócio. Agora: {there} no negócio, {here} onde você está.",
  },
};
