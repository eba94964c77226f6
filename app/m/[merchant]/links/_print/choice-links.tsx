import Link from "next/link";

/** Choices of which one holds, each a link: they work without a script, and the address says what was chosen. */
export function ChoiceLinks({
  label,
  choices,
}: {
  label: string;
  choices: { href: string; name: string; isChosen: boolean }[];
}) {
  return (
    <nav aria-label={label} className="grid gap-1.5">
      <span aria-hidden="true" className="text-small font-bold">
        {label}
      </span>
      <ul className="flex flex-wrap gap-2">
        {choices.map(({ href, name, isChosen }) => (
          <li key={href}>
            <Link
              href={href}
              replace
              scroll={false}
              aria-current={isChosen ? "true" : undefined}
              className="touch min-w-11 justify-center rounded-box border border-edge bg-surface px-3.5 text-small no-underline aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:font-bold aria-[current]:text-paper"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
