import { Pane } from "./_history/pane";

/**
 * The split view: on a desk the history stays beside what is open; on narrower screens, each fills the screen. The list
 * scrolls in an element of this layout, which stays during navigation, so that its scroll position stays too.
 */
export default function LinksLayout({ list, children }: LayoutProps<"/m/[merchant]/links">) {
  return (
    <div className="group/panes desk:has-data-list:grid desk:has-data-list:min-h-0 desk:has-data-list:flex-1 desk:has-data-list:grid-cols-[26rem_minmax(0,1fr)]">
      <div className="list-pane desk:scroll-pt-36 desk:scroll-pb-4 desk:overflow-y-auto desk:border-line desk:has-data-list:border-r">
        {list}
      </div>
      <Pane>{children}</Pane>
    </div>
  );
}
