import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "@/lib/ui/icon";

/** The link from the history to sheets of its codes. */
export function PrintCodes({ href }: { href: string }) {
  const t = useTranslations("print");
  return (
    <Link href={href} className="link touch w-fit gap-2 text-small">
      <Icon name="printer" className="size-4" />
      {t("printMany")}
    </Link>
  );
}
