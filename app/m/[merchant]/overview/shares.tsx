import { scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";

/** How many links each has of all, as a list with a bar under each line. */
export function Shares({
  items,
}: {
  items: readonly {
    key: string;
    name: React.ReactNode;
    value: string;
    /** Said under the value; null for nothing. */
    note: string | null;
    links: number;
  }[];
}) {
  const most = Math.max(1, ...items.map(({ links }) => links));
  const width = scaleLinear({ domain: [0, most], range: [0, 100] });
  return (
    <ul className="grid gap-3">
      {items.map(({ key, name, value, note, links }) => (
        <li key={key} className="grid gap-1">
          <div className="flex items-baseline justify-between gap-4">
            <span className="min-w-0 wrap-anywhere">{name}</span>
            <span className="grid shrink-0 text-right tabular-nums">
              {value}
              {note !== null && <span className="text-small text-muted">{note}</span>}
            </span>
          </div>
          <svg aria-hidden viewBox="0 0 100 4" preserveAspectRatio="none" className="h-1 w-full bg-line">
            <Bar width={width(links)} height={4} className="fill-accent" />
          </svg>
        </li>
      ))}
    </ul>
  );
}
