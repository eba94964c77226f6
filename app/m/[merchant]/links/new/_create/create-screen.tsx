"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useActionState, useEffect, useState } from "react";
import { createFromTemplate, createLink } from "@/app/m/[merchant]/links/new/actions";
import type { CurrencyCode } from "@/lib/money/currencies";
import type { Trouble } from "@/lib/ui/form/use-trouble";
import { useShownMode } from "@/lib/ui/frame";
import { emptyState, type LinkState, withDraft } from "./form-state";
import { LinkForm } from "./link-form";
import type { LinkLabels } from "./link-labels";
import type { LinkCardSkeleton } from "./submitting-card";
import { type OfferedTemplate, type TapState, TemplateButtons, TemplateForms } from "./template-buttons";
import { useHeldTap } from "./use-held-tap";
import { useKeptTaps } from "./use-kept-taps";
import { useLater } from "./use-later";
import { useOffered } from "./use-offered";
import { useSubmitting, wasPressed } from "./use-submitting";

export type CreateScreenProps = {
  locale: string;
  initial: LinkState;
  templates: OfferedTemplate[];
  /** The id of the merchant whose links these are. */
  business: string;
  /** The merchant's own first. */
  usedCurrencies: readonly CurrencyCode[];
  /** Descriptions that are used often. */
  usual: string[];
  skeleton: LinkCardSkeleton;
  labels: LinkLabels &
    Record<
      "title" | "templates" | "slow" | "keepDraft" | "incompleteDraft" | "unstoredDraft" | "keptDraft",
      string
    >;
  /** The opaque name under which this browser keeps the person's drafts; null where it keeps none. */
  keeper: string | null;
  /** Shown in place of an unused form when no link can be created here: the reason. */
  closed: ReactNode;
  /** Shown above the form: the page's title, and links that are still being created. */
  children: ReactNode;
};

/**
 * The page that creates links. Data that the server sends while somebody types does not change their form. After the
 * form was submitted, the next data brings a new one.
 */
export function CreateScreen(props: CreateScreenProps) {
  const router = useRouter();
  // The key is a count and not the intent: without scripts, React finds a form's answer by its position and key.
  const [{ offer, count, isKept }, setOffered] = useState({ offer: props, count: 0, isKept: false });
  const isSpent = wasPressed(getPage(offer));
  if ((isSpent || offer.closed) && getPage(props) !== getPage(offer))
    setOffered({ offer: props, count: count + 1, isKept: false });
  useEffect(() => {
    // "Back" shows the page as it was, whose intents have been used.
    if (isSpent) router.refresh();
  }, [isSpent, router]);
  return (
    <CreateScreenBody
      key={count}
      {...props}
      closed={offer.closed}
      initial={offer.initial}
      templates={offer.templates}
      fresh={props.templates}
      isKept={isKept}
      onKept={() =>
        setOffered({
          offer: { ...offer, initial: emptyState(offer.initial) },
          count: count + 1,
          isKept: true,
        })
      }
    />
  );
}

/** Each page that the server renders has a form with a new intent. */
function getPage({ initial }: Pick<CreateScreenProps, "initial">): string {
  return initial.extra?.intentId ?? "";
}

const untapped: TapState = { values: {}, errors: {} };

const restored: Trouble = { why: "restored" };

function CreateScreenBody({
  locale,
  initial,
  templates,
  fresh,
  closed,
  business,
  usedCurrencies,
  usual,
  skeleton,
  keeper,
  isKept,
  onKept,
  labels,
  children,
}: CreateScreenProps & {
  /** The current templates. */
  fresh: OfferedTemplate[];
  /** The form before this one was kept as a draft. */
  isKept: boolean;
  onKept: () => void;
}) {
  const [served, send] = useActionState(createLink, initial);
  const [tapped, sendTap] = useActionState(createFromTemplate, untapped);
  const [answered, setAnswered] = useState<LinkState | null>(null);
  const later = useLater();
  const { kept, onSent, onEnd } = useKeptTaps();
  const { offered, onTapped, onAnswered } = useOffered(templates, fresh, kept);
  // Not the mode that the frame shows later, while somebody types: they are told about such a change first.
  const [shownMode] = useState(useShownMode());
  const { submitting, make, linkForm, draft, trouble } = useSubmitting(getPage({ initial }));
  const state = answered ?? (draft ? withDraft(served, draft.values) : served);
  const tapError = answered ? undefined : tapped.errors.form;
  const drawn = { mode: state.extra?.mode ?? shownMode, business };
  const hasKept = Object.keys(kept).length > 0;
  const { offline, noAnswer, tapRestored } = labels;
  const { held, unsent, hold, end, clear } = useHeldTap(({ template, formData }) => tap(template, formData));

  // A link that replaces another one is none that can wait.
  const mayKeep =
    keeper !== null &&
    trouble !== null &&
    ["offline", "noAnswer"].includes(trouble.why) &&
    !state.values.corrects;

  if (closed && served === initial && tapped === untapped) return closed;

  function create(formData: FormData) {
    clear();
    void make({ action: createLink, state, formData, onRefused: setAnswered });
  }
  async function tap(template: OfferedTemplate, formData: FormData) {
    onTapped(template);
    onSent(template);
    const { link } = template;
    // What was typed beside the buttons is still there, with its own intent.
    const onRefused = ({ errors, extra }: TapState) => {
      const kept = { intentId: "", interpretations: [], ...state.extra, ...extra };
      setAnswered({ ...state, errors: { ...(errors.form && { form: errors.form }) }, extra: kept });
      onAnswered(template);
    };
    const isAnswered = await make({ action: createFromTemplate, state: untapped, formData, link, onRefused });
    onEnd(template, isAnswered);
  }

  return (
    <>
      {submitting?.link && later && (
        <later.SubmittingCard link={submitting.link} locale={locale} skeleton={skeleton} labels={labels} />
      )}
      <div
        hidden={Boolean(submitting?.link && later)}
        // Typing cancels the tap: the person wants another link.
        onInput={() => held && end("undone")}
        className="grid max-w-xl grid-cols-1 gap-3 lg:gap-5"
      >
        {children}
        <LinkForm
          // The draft is what the fields begin with.
          key={draft?.keptAt}
          form={linkForm}
          trouble={trouble ?? (hasKept ? restored : null)}
          troubleLabels={{ offline, noAnswer, ...(hasKept && { restored: tapRestored }) }}
          locale={locale}
          drawn={drawn}
          usedCurrencies={usedCurrencies}
          state={tapError ? { ...state, errors: { form: tapError } } : state}
          send={send}
          onSend={create}
          isPending={submitting !== null}
          tap={{ held, unsent, onEnd: end }}
          usual={usual}
          labels={labels}
        >
          {mayKeep && later && <later.KeepDraft form={linkForm} person={keeper} {...{ onKept, labels }} />}
          <p role="status" className="text-small font-bold empty:hidden">
            {isKept && !trouble && labels.keptDraft}
          </p>
          <TemplateButtons templates={offered} label={labels.templates} />
        </LinkForm>
        <TemplateForms templates={offered} drawn={drawn} send={sendTap} onTap={hold} />
      </div>
    </>
  );
}
