import type { ReactNode } from "react";
import { modes } from "@/lib/core/mode";
import { shownStates } from "@/lib/domain/payment-links/schema";
import { useTranslations } from "@/lib/i18n/translations";
import { CopyButton } from "@/lib/ui/copy-button";
import { EmptyState } from "@/lib/ui/empty-state";
import { ExportLinks } from "@/lib/ui/export-links";
import { FilterIssues } from "@/lib/ui/filter-issues";
import { CheckBox } from "@/lib/ui/form/check-box";
import { Choice } from "@/lib/ui/form/choice";
import { Field } from "@/lib/ui/form/field";
import { FormError } from "@/lib/ui/form/form-error";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { Icon, type IconName } from "@/lib/ui/icon";
import { IsolatedText } from "@/lib/ui/isolated-text";
import { LinkCardFrame } from "@/lib/ui/link-card-frame";
import { CurrencySelect } from "@/lib/ui/link-fields/currency-select";
import { ModeEdge, ModeTag } from "@/lib/ui/mode-tag";
import { HeroMoney, Money } from "@/lib/ui/money";
import { NavLinks } from "@/lib/ui/nav-links";
import { PageTitle } from "@/lib/ui/page-title";
import { StateBadge } from "@/lib/ui/state-badge";
import { Mark, Wordmark } from "@/lib/ui/wordmark";

// Every component of lib/ui in every state, on one page. Its name ends in `.dev.tsx`, so it exists only in development.

const icons: IconName[] = [
  "plus",
  "list",
  "inbox",
  "gear",
  "key",
  "clock",
  "check",
  "cross",
  "question",
  "shop",
  "person",
];
const amounts = [1, 1250, 590_000_00, 12_345_678_901_23];
const long = "Torta de cumpleaños de tres pisos, con el nombre de la niña y una vela por cada año que cumple";

export default function ComponentsPage() {
  const t = useTranslations("link");
  return (
    <main className="mx-auto grid max-w-4xl gap-10 p-6">
      <PageTitle aside={<Mark />}>Components</PageTitle>
      <Section name="Wordmark, mode and state">
        <Wordmark />
        {modes.map((mode) => (
          <div key={mode} className="grid gap-2">
            <ModeEdge mode={mode} />
            <ModeTag mode={mode} showLive />
          </div>
        ))}
        {shownStates.map((state) => (
          <StateBadge key={state} state={state} />
        ))}
      </Section>
      <Section name="Money">
        {amounts.map((amount) => (
          <div key={amount} className="@container grid gap-1">
            <HeroMoney amountMinor={amount} currency="CRC" />
            <Money amountMinor={amount} currency="USD" />
          </div>
        ))}
      </Section>
      <Section name="Icons">
        <p className="flex flex-wrap gap-3">
          {icons.map((name) => (
            <Icon key={name} name={name} />
          ))}
        </p>
      </Section>
      <Section name="Buttons">
        {["button-primary", "button-quiet"].map((look) => (
          <div key={look} className="grid max-w-xs gap-2">
            <button type="button" className={`button ${look}`}>
              Create link
            </button>
            <button type="button" disabled className={`button ${look}`}>
              Create link
            </button>
          </div>
        ))}
        <form className="max-w-xs">
          <SubmitButton pending="Creating…">Create link</SubmitButton>
        </form>
        <CopyButton
          text="https://pay.example/link/1"
          label={t("copy")}
          labels={{ copied: t("copied"), byHand: t("copyByHand") }}
        />
      </Section>
      <Section name="Fields">
        <FormError error="We could not reach 4Geeks. Nothing was made; try again." />
        <Field name="plain" label="Description" hint="The customer reads it.">
          {(control) => <input {...control} className="input" defaultValue={long} />}
        </Field>
        <Field name="wrong" label="Amount" error="Type an amount above zero.">
          {(control) => <input {...control} className="input" defaultValue="0" />}
        </Field>
        <Choice
          name="choice"
          label="Role"
          options={[
            { value: "cashier", label: "Cashier" },
            { value: "owner", label: "Owner" },
          ]}
          selected="owner"
        />
        <CurrencySelect
          label="Currency"
          list={{ locale: "en", used: ["CRC"] }}
          selected="CRC"
          error={undefined}
          className="input"
        />
        <CheckBox name="box" label="Short references" hint="At the end of each description." isChecked />
      </Section>
      <Section name="Link card">
        <LinkCardFrame
          mode={<ModeTag mode="sandbox" />}
          state={<StateBadge state="open" />}
          amount={<HeroMoney amountMinor={890_000} currency="CRC" />}
          description={long}
          reference="K7Q4"
        >
          <p className="text-muted">A code stands here.</p>
        </LinkCardFrame>
        <p>
          <IsolatedText>{"\u2068مقهى القمر\u2069 created a link"}</IsolatedText>
        </p>
      </Section>
      <Section name="Empty">
        <EmptyState title="No links yet" text="The first one takes a few seconds.">
          <button type="button" className="button button-primary">
            New link
          </button>
        </EmptyState>
        <FilterIssues
          issues={[
            { name: "from", code: "not_a_day" },
            { name: "q", code: "too_long" },
          ]}
          names={{ from: "From", q: "Search" }}
        />
        <ExportLinks
          csv="#1"
          excel="#2"
          xlsx="#3"
          labels={{ csv: "Export CSV", excel: "Export for Excel", xlsx: "Export XLSX" }}
        />
      </Section>
      <Section name="Navigation">
        <nav className="flex">
          <NavLinks
            withKeys={false}
            items={[
              { href: "/dev/ui", icon: "plus", label: "New" },
              { href: "/dev/none", icon: "list", label: "History" },
              { href: "/dev/none/inbox", icon: "inbox", label: "Inbox", count: 12 },
            ]}
          />
        </nav>
      </Section>
    </main>
  );
}

function Section({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="grid gap-4 border-t border-line pt-4">
      <h2 className="text-small font-bold text-muted">{name}</h2>
      {children}
    </section>
  );
}
