import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import type { Overview } from "@/lib/domain/payment-links/overview/get-overview";
import { getFormatter, getTranslations } from "@/lib/i18n/translations";

/** In units of the drawing, which is as wide as its place. */
const size = { width: 720, height: 180 };

/** A bar for each day, drawn on the server; the same numbers are in a table for people who read them. */
export async function DaysChart({
  days,
  links,
  markedPaid,
}: Pick<Overview, "days" | "links" | "markedPaid">) {
  const t = await getTranslations("overview");
  const format = await getFormatter();
  // A calendar day has no time zone.
  const write = (day: string) =>
    format.dateTime(new Date(`${day}T00:00:00Z`), { day: "numeric", month: "short", timeZone: "UTC" });
  const busiest = days.reduce((most, day) => (day.links > most.links ? day : most));
  const x = scaleBand({ domain: days.map(({ day }) => day), range: [0, size.width], padding: 0.2 });
  const y = scaleLinear({ domain: [0, busiest.links], range: [0, size.height] });
  return (
    <figure className="grid gap-2">
      {/* Not the drawing itself: those that are pictures are white in every theme, as codes have to be. */}
      <div role="img" aria-label={t("byDayText", { links, day: write(busiest.day), most: busiest.links })}>
        <svg
          aria-hidden
          viewBox={`0 0 ${size.width} ${size.height}`}
          preserveAspectRatio="none"
          className="h-40 w-full border-b border-line"
        >
          {days.map(({ day, links: count }) => (
            <Bar
              key={day}
              x={x(day) ?? 0}
              y={size.height - y(count)}
              width={x.bandwidth()}
              height={y(count)}
              className="fill-accent"
            />
          ))}
        </svg>
      </div>
      <figcaption className="flex justify-between gap-4 text-small text-muted">
        <span>{write(days.at(0)?.day ?? "")}</span>
        <span>{t("most", { day: write(busiest.day), most: busiest.links })}</span>
        <span>{write(days.at(-1)?.day ?? "")}</span>
      </figcaption>
      <details>
        <summary className="link touch text-small">{t("asTable")}</summary>
        <table className="w-full text-small">
          <thead>
            <tr>
              <th scope="col" className="py-1 text-left">
                {t("day")}
              </th>
              <th scope="col" className="py-1 text-right">
                {t("linksHead")}
              </th>
              {markedPaid > 0 && (
                <th scope="col" className="py-1 text-right">
                  {t("paidHead")}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {days.map(({ day, links: count, markedPaid: paid }) => (
              <tr key={day} className="border-t border-line">
                <th scope="row" className="py-1 text-left font-normal">
                  {write(day)}
                </th>
                <td className="py-1 text-right tabular-nums">{format.number(count)}</td>
                {markedPaid > 0 && <td className="py-1 text-right tabular-nums">{format.number(paid)}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
