import "./print.css";
import type { PageSvg } from "@/lib/rendering/print/page-svg";
import type { Paper } from "@/lib/rendering/print/paper";

/**
 * A page for paper: on the screen as wide as there is room for, and printed in its true size. What is on it comes as
 * text, in which pageSvg escaped all that people wrote: to render the hundreds of elements of a sheet kept others
 * waiting.
 */
export function PrintedPageView({ page, paper }: { page: PageSvg; paper: Paper }) {
  return (
    <svg
      viewBox={`0 0 ${page.width} ${page.height}`}
      data-paper={paper}
      className="printed-page on-white"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: see above.
      dangerouslySetInnerHTML={{ __html: page.inner }}
    />
  );
}
