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
/** What a first character narrows a search to. */
export const prefixes: Record<string, SearchScope> = {
  "@": "people",
  "$": "projects",
  "#": "tasks",
};

/** The kinds of record that a search looks among, as far as the actor's scopes go, and the text without its prefix. */
export function kindsFor(
  actor: Member,
  q: string,
  scope: SearchScope,
): { text: string; kinds: DocumentKind[] } {
  const prefixed = prefixes[q[0]!];
  const text = prefixed ? q.slice(1).trim() : q;
  return { text, kinds: kindsOf[prefixed ?? scope].filter((one) => isReadable(actor, one)) };
}

/** Whether the actor's scopes let it read records of a kind. */
export function isReadable(actor: Member, kind: DocumentKind): boolean {
  const { scopes } = actor.credential;
  if (kind === "task") return scopes.has("tasks.read");
  return kind !== "project" || scopes.has("projects.read");
}
