"use client";

import type { FormState } from "@/lib/core/form-state";
import type { TapExtra, TapField } from "@/lib/domain/link-templates/schema";
import type { DrawnField, NewLink } from "@/lib/domain/payment-links/schema";
import { DrawnInputs } from "./drawn-inputs";

/** A template as its button shows it, with the intent of one tap on it. */
export type OfferedTemplate = {
  id: string;
  version: number;
  name: string;
  /** With its currency, as the reader writes it. */
  amount: string;
  link: NewLink;
  intentId: string;
};

export type TapState = FormState<TapField, TapExtra>;

const formId = (id: string) => `template-${id}`;

/**
 * A row of buttons, each of which creates a link. They are among another form's fields; their own forms come after that
 * form.
 */
export function TemplateButtons({ templates, label }: { templates: OfferedTemplate[]; label: string }) {
  if (templates.length === 0) return null;
  return (
    <ul aria-label={label} className="strip">
      {templates.map(({ id, name, amount }) => (
        <li key={id} className="shrink-0">
          <button type="submit" form={formId(id)} className="template">
            <bdi className="truncate font-bold">{name}</bdi>{" "}
            <span translate="no" className="truncate text-small text-muted tabular-nums">
              {amount}
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** The forms that the buttons submit. */
export function TemplateForms({
  templates,
  drawn,
  send,
  onTap,
}: {
  templates: OfferedTemplate[];
  drawn: Record<DrawnField, string>;
  /** Submits it where no scripts run. */
  send: (formData: FormData) => void;
  onTap: (template: OfferedTemplate, formData: FormData) => void;
}) {
  return templates.map((template) => (
    <form
      key={template.id}
      id={formId(template.id)}
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        onTap(template, new FormData(event.currentTarget));
      }}
      hidden
    >
      <DrawnInputs {...drawn} />
      <input type="hidden" name="intentId" value={template.intentId} />
      <input type="hidden" name="templateId" value={template.id} />
      <input type="hidden" name="version" value={template.version} />
    </form>
  ));
}
