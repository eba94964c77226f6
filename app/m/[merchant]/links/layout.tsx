import { Pane } from "./_history/pane";

/**
 * The split view: on a desk the history stays beside what is open; on narrower screens, each fills the screen. The list
 * scrolls in an element of this layout, which stays during navigation, so that its scroll position stays too.
 */
export default function LinksLayout({ list, children }: LayoutProps<"/m/[merchant]/links">) {
  return (
    <div className="panes">
      <div className="list-pane">{list}</div>
      <Pane>{children}</Pane>
    </div>
  );
}
