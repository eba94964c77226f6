"use client";

import { useState } from "react";
import type { OfferedTemplate } from "./template-buttons";

/**
 * The templates on the buttons. Each stays what it was drawn as, its intent too, until a tap on it was answered: then it is
 * drawn as it is by now, with a new intent. Where no answer came, the same intent again makes nothing twice.
 */
export function useOffered(templates: OfferedTemplate[], fresh: OfferedTemplate[]) {
  const [drawn, setDrawn] = useState(templates);
  const [answered, setAnswered] = useState<string[]>([]);
  const offered = drawn.flatMap((template) =>
    answered.includes(template.id) ? fresh.filter(({ id }) => id === template.id) : [template],
  );
  return {
    offered,
    onTapped: (tapped: OfferedTemplate) => {
      setDrawn(drawn.map((template) => (template.id === tapped.id ? tapped : template)));
      setAnswered(answered.filter((id) => id !== tapped.id));
    },
    onAnswered: ({ id }: OfferedTemplate) => setAnswered((others) => [...others, id]),
  };
}
