import { Pane } from "./_history/pane";

/**
 * The split view: on a desk the history stays beside what is open; on narrower screens, each fills the screen. The list
 * scrolls in an element of this layout, which stays during navigation, so that its scroll position stays too.
 */
export default function LinksLayout({ list, children }: LayoutProps<"/m/[merchant]/links">) {
  return (
    <div className="panes group/panes">
      <div className="list-pane desk:scroll-pt-36 desk:scroll-pb-4 desk:overflow-y-auto desk:border-line desk:has-data-list:border-r">
        {list}
      </div>
      <Pane>{children}</Pane>
    </div>
  );
}
