"use client";

import { createContext, type ReactNode, useContext, useEffect } from "react";
import { deleteDraftsOfOthers } from "@/lib/ui/form/drafts";
import { loadUnanswered } from "@/lib/ui/form/unanswered-sentences";

type FormContext = {
  /** `noAnswer` and `reload` are said where the other sentences about missing answers could not be loaded. */
  labels: Record<"noAnswer" | "reload" | "show" | "hide", string>;
  /** Whose drafts may be shown; null when nobody is signed in. */
  personId: string | null;
  /** What was typed into a form of this page without scripts, before the person had to prove who they are. */
  kept: { form: string; values: Record<string, string>; sentence: string } | null;
};

const Context = createContext<FormContext | null>(null);

export function FormProvider({ labels, personId, kept, children }: FormContext & { children: ReactNode }) {
  useEffect(() => deleteDraftsOfOthers(personId), [personId]);
  useEffect(() => void loadUnanswered(), []);
  return <Context value={{ labels, personId, kept }}>{children}</Context>;
}

/** @throws outside the layout of all pages. */
export function useFormContext(): FormContext {
  const context = useContext(Context);
  if (!context) throw new Error("there is no form provider around this");
  return context;
}
