"use client";

import { ServerForm } from "@/lib/ui/form/server-form";
import { type FormAction, useForm } from "@/lib/ui/form/use-form";

/** The languages of a merchant's customers; pressing one changes the message. */
export function ShareLanguage({
  action,
  linkId,
  label,
  languages,
}: {
  action: FormAction<"linkId" | "language", undefined>;
  linkId: string;
  label: string;
  languages: { code: string; name: string; isChosen: boolean }[];
}) {
  const form = useForm(action, { values: {}, errors: {} }, "customer-language");
  return (
    <ServerForm sent={form}>
      <input type="hidden" name="linkId" value={linkId} />
      <fieldset className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <legend className="float-left pr-1 text-small text-muted">{label}</legend>
        {languages.map(({ code, name, isChosen }) => (
          <button
            type="submit"
            key={code}
            name="language"
            value={code}
            lang={code}
            aria-pressed={isChosen}
            className={`touch px-1 text-small ${isChosen ? "font-bold" : "text-muted underline"}`}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </ServerForm>
  );
}
