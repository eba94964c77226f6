import { paths } from "@/lib/core/paths";

/** What is asked for at an address, of which merchant (null for the one that was seen last). */
export type Place = { slug: string | null } & (
  | { page: "new"; description: string }
  | { page: "links" | "drafts" | "other" }
  | { page: "link"; id: string }
);

export function readPlace({ pathname, search }: { pathname: string; search: string }): Place {
  const query = new URLSearchParams(search);
  const description = query.get("description") ?? query.get("text") ?? "";
  if (pathname === paths.home) {
    return query.get("open") === "history"
      ? { page: "links", slug: null }
      : { page: "new", slug: null, description };
  }
  if (pathname === paths.offline) return { page: "drafts", slug: null };
  if (pathname === paths.merchants) return { page: "new", slug: null, description };
  const [, slug = null, rest = ""] = /^\/m\/([a-z0-9-]+)(\/.*)?$/.exec(pathname) ?? [];
  if (slug === null || slug === "new") return { page: "other", slug: null };
  if (rest === "" || rest === "/links/new") return { page: "new", slug, description };
  if (rest === "/links") return { page: "links", slug };
  const [, id] = /^\/links\/([0-9a-f-]{36})(?:\/show)?$/.exec(rest) ?? [];
  return id ? { page: "link", slug, id } : { page: "other", slug };
}
