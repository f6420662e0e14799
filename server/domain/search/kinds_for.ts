import type { Member } from "../core/actor.ts";
import type { DocumentKind } from "../text/documents.ts";
import type { SearchScope } from "./schema.ts";

const kindsOf: Record<SearchScope, readonly DocumentKind[]> = {
  all: ["task", "project", "person", "team", "view"],
  tasks: ["task"],
  projects: ["project"],
  people: ["person"],
  teams: ["team"],
  views: ["view"],
};
/** The kinds that a search prefix limits a search to. */
export const prefixes: Record<string, SearchScope> = {
  "@": "people",
  "$": "projects",
  "#": "tasks",
};

/** Returns the kinds of records to search, within the actor's scopes, and the text without its prefix. */
export function kindsFor(
  actor: Member,
  q: string,
  scope: SearchScope,
): { text: string; kinds: DocumentKind[] } {
  const prefixed = prefixes[q[0]!];
  const text = prefixed ? q.slice(1).trim() : q;
  return { text, kinds: kindsOf[prefixed ?? scope].filter((one) => isReadable(actor, one)) };
}

/** Returns whether the actor's scopes allow reading records of a kind. */
export function isReadable(actor: Member, kind: DocumentKind): boolean {
  const { scopes } = actor.credential;
  if (kind === "task") return scopes.has("tasks.read");
  return kind !== "project" || scopes.has("projects.read");
}
