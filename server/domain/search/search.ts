import type { Member } from "../actor.ts";
import { NotFound } from "../errors.ts";
import { type Db, query } from "../operation.ts";
import { locateTask } from "../tasks/locate.ts";
import { type Candidate, type DocumentKind, findCandidates, type Match } from "./candidates.ts";
import { rank } from "./rank.ts";
import { type FoundRecord, SearchInput, type SearchScope } from "./schema.ts";
import { areLong, phrase, searchWords, withSynonyms } from "./words.ts";

/** How many candidates of a kind each way of matching may bring. */
const MOST_CANDIDATES = 100;

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

/**
 * Finds records of every kind that the actor may see by their words, the best match first: a whole reference, key or
 * username, then titles that start with the text, then words that do, then the text anywhere in a title, then in a
 * body, then another word for it. Words of one or two characters are looked for at the beginnings of words alone.
 * Archived records are not found. Tasks take the scope tasks.read, projects projects.read; without it they are left
 * out.
 */
export const search = query({
  name: "search.find",
  scope: "workspace.read",
  input: SearchInput,
  async run({ db, actor }, { q, scope, limit }): Promise<FoundRecord[]> {
    const prefixed = prefixes[q[0]!];
    const text = prefixed ? q.slice(1).trim() : q;
    const words = searchWords(text);
    if (words.length === 0) return [];
    const found: [FoundRecord["matched"], Candidate][] = [];
    for (const kind of kindsOf[prefixed ?? scope].filter((one) => isReadable(actor, one))) {
      if (kind === "task") found.push(...await byReference(db, actor, text));
      for (const { matched, ...match } of matchesOf(text, words)) {
        const candidates = await findCandidates(db, actor, kind, match, MOST_CANDIDATES);
        found.push(...candidates.map((one) => [matched, one] as [typeof matched, Candidate]));
      }
    }
    return rank(text, found).slice(0, limit);
  },
});

function isReadable(actor: Member, kind: DocumentKind): boolean {
  const { scopes } = actor.credential;
  if (kind === "task") return scopes.has("tasks.read");
  return kind !== "project" || scopes.has("projects.read");
}

/** The ways of matching a text, the best first. */
function matchesOf(text: string, words: string[]): (Match & { matched: FoundRecord["matched"] })[] {
  if (!areLong(words)) {
    const expression = words.map((word) => `${phrase(word)}*`).join(" AND ");
    return [{ matched: "title", index: "search_index_words", expression }];
  }
  const index = "search_index";
  const all = words.map(phrase).join(" AND ");
  const synonym = withSynonyms(words);
  return [
    { matched: "title", index, expression: `title : ^ ${phrase(text)}` },
    { matched: "title", index, expression: `{keys title} : (${all})` },
    { matched: "text", index, expression: all },
    ...(synonym ? [{ matched: "synonym" as const, index, expression: synonym } as const] : []),
  ];
}

/** The task of a reference, also of one that it had before; nothing where it is archived. */
async function byReference(db: Db, actor: Member, text: string): Promise<["key", Candidate][]> {
  if (!/^[a-z][a-z0-9]{0,9}-\d{1,9}$/i.test(text)) return [];
  const task = await locateTask(db, actor, text).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!task || task.archived_at !== null) return [];
  const team = await db.selectFrom("teams").select(["key", "name"])
    .where("id", "=", task.team_id).executeTakeFirstOrThrow();
  return [["key", {
    kind: task.draft ? "draft" : "task",
    id: task.id,
    key: `${team.key}-${task.number}`,
    title: task.title,
    subtitle: team.name,
    status: task.status,
  }]];
}
