"use client";

import { FieldError } from "@/lib/ui/form/field";
import { Icon } from "@/lib/ui/icon";
import { type ExpiryLabels, listExpiries } from "@/lib/ui/link-fields/expiry-options";

/** When the link expires. On a phone it is only a clock as long as the link never does. */
export function ExpirySelect({ selected, labels }: { selected: string; labels: ExpiryLabels }) {
  return (
    <span className="relative flex shrink-0 items-center">
      <Icon name="clock" className="pointer-events-none absolute left-3 size-5 text-muted" />
      <select
        key={selected}
        name="expiry"
        aria-label={labels.label}
        title={labels.label}
        defaultValue={selected}
        className="expiry-select"
      >
        {listExpiries(labels).map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </span>
  );
}

/** The last day on which it can be paid; only there when a date was chosen, without scripts too. */
export function ExpiryDay({
  value,
  error,
  label,
}: {
  value: string;
  error: string | undefined;
  label: string;
}) {
  return (
    <div className="expiry-day">
      <label>
        {label}
        <input
          type="date"
          name="expiryDay"
          defaultValue={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "expiry-error" : undefined}
          className="input"
        />
      </label>
      <FieldError id="expiry-error" error={error} />
    </div>
  );
}
