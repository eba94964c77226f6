"use client";

import { useState } from "react";
import type { OfferedTemplate } from "./template-buttons";

/**
 * The templates on the buttons. Each stays as it was rendered, with its intent, until a tap on it was answered; then it
 * is replaced by its current state with a new intent. Without an answer, the same intent again creates nothing twice.
 */
export function useOffered(
  templates: OfferedTemplate[],
  fresh: OfferedTemplate[],
  /** Intents from before the page was loaded, by template. */
  kept: Record<string, string>,
) {
  const [drawn, setDrawn] = useState(templates);
  const [answered, setAnswered] = useState<string[]>([]);
  const offered = drawn.flatMap((template) =>
    answered.includes(template.id)
      ? fresh.filter(({ id }) => id === template.id)
      : [{ ...template, intentId: kept[template.id] ?? template.intentId }],
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
