import { Icon } from "@/lib/ui/icon";

/**
 * Links to the list as a file: one for programs, and one that a spreadsheet opens with the numbers of the reader's
 * country.
 */
export function ExportLinks({
  csv,
  excel,
  labels,
}: {
  csv: string;
  excel: string;
  labels: { csv: string; excel: string };
}) {
  return (
    <div className="flex flex-wrap gap-x-6">
      <a href={csv} download className="link touch gap-2 text-small">
        <Icon name="download" className="size-4" />
        {labels.csv}
      </a>
      <a href={excel} download className="link touch gap-2 text-small">
        <Icon name="download" className="size-4" />
        {labels.excel}
      </a>
    </div>
  );
}
