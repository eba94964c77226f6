import { type RefObject, useEffect, useRef } from "react";

/**
 * Focuses what an answer refuses or says, with each answer; null where there is none. A page that was answered before its
 * scripts came leaves the focus where somebody is typing.
 * @param scroll whether the page is scrolled to its sentence or question.
 */
export function useAnswerFocus(
  form: RefObject<HTMLFormElement | null>,
  answer: unknown,
  { scroll = false } = {},
): void {
  const isAtWork = useRef(false);
  useEffect(() => {
    const mayMove = isAtWork.current || !isTyping();
    isAtWork.current = true;
    if (!answer || !mayMove) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true], [role=alert]")?.focus();
    if (!scroll) return;
    form.current?.querySelector("[role=alert], [data-question]")?.scrollIntoView({ block: "start" });
  }, [answer, form, scroll]);
}

/** Whether somebody is in a field: on a slow network they often are before the page's scripts come. */
export function isTyping(): boolean {
  return document.activeElement?.matches("input:not(.pick), textarea, select") ?? false;
}
