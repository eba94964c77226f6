import { Field } from "@/lib/ui/form/field";

/** A field into which people paste what they copied elsewhere, several lines of it. Its name is `pasted`. */
export function PastedField({
  label,
  hint,
  error,
  value,
  rows,
}: {
  label: string;
  hint: string;
  error: string | undefined;
  value: string | undefined;
  rows: number;
}) {
  return (
    <Field name="pasted" label={label} hint={hint} error={error}>
      {(control) => (
        <textarea
          {...control}
          rows={rows}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          defaultValue={value ?? ""}
          className="input h-auto py-3 font-mono text-small"
        />
      )}
    </Field>
  );
}
