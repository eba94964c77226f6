import { PageLink } from "@/lib/ui/page-link";

/** Options of which one is chosen, each a link: they work without scripts, and the address holds the choice. */
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
            <PageLink
              href={href}
              inPlace
              aria-current={isChosen ? "true" : undefined}
              className="touch min-w-11 justify-center rounded-box border border-edge bg-surface px-3.5 text-small no-underline aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:font-bold aria-[current]:text-paper"
            >
              {name}
            </PageLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
