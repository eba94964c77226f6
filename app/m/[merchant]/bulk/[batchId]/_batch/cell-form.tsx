"use client";

import { ServerForm } from "@/lib/ui/form/server-form";
import { SubmitButton } from "@/lib/ui/form/submit-button";
import { useForm } from "@/lib/ui/form/use-form";
import { saveCells } from "../actions";

/** The wrong cells of one row, to be typed again. */
export function CellForm({
  batchId,
  version,
  place,
  cells,
  labels,
}: {
  batchId: string;
  version: string;
  place: string;
  cells: { column: number; text: string; label: string }[];
  labels: Record<"submit" | "pending", string>;
}) {
  const form = useForm(saveCells, { values: {}, errors: {} }, `row${place}`);
  const { values } = form.state;
  return (
    <ServerForm sent={form} className="flex flex-wrap items-end gap-3 pt-1">
      {Object.entries({ batchId, version, place }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {slots.slice(0, cells.length).map((slot, at) => {
        const { column, text, label } = cells[at] ?? { column: 0, text: "", label: "" };
        return (
          <label key={slot} className="grid min-w-0 grow basis-40 gap-1 text-small">
            {label}
            <input type="hidden" name={`column${slot}`} value={column} />
            <input
              name={`text${slot}`}
              defaultValue={values[`text${slot}`] ?? text}
              autoComplete="off"
              dir="auto"
              className="input"
            />
          </label>
        );
      })}
      <div className="grow basis-32">
        <SubmitButton pending={labels.pending} className="button-quiet">
          {labels.submit}
        </SubmitButton>
      </div>
    </ServerForm>
  );
}

/** More wrong cells than this are corrected in several steps. */
const slots = ["1", "2", "3"] as const;
