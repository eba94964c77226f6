type Format = "csv" | "excel" | "xlsx";

/**
 * Links to the list as a file: one for programs, one that a spreadsheet opens with the numbers of the reader's country,
 * and a workbook.
 */
export function ExportLinks({
  csv,
  excel,
  xlsx,
  labels,
}: Record<Format, string> & { labels: Record<Format, string> }) {
  const files = [
    [csv, labels.csv],
    [excel, labels.excel],
    [xlsx, labels.xlsx],
  ];
  return (
    <div className="flex flex-wrap gap-x-6">
      {files.map(([href, label]) => (
        <a key={href} href={href} download className="tool i-download">
          {label}
        </a>
      ))}
    </div>
  );
}
