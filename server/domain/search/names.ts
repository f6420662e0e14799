import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { documentsNamed, findCandidates } from "./candidates.ts";
import type { SmallKind } from "../text/documents.ts";
import type { HavingWord } from "./small_kinds.ts";
import { folded, hasWordStart, isLong, isUnspaced } from "../text/words.ts";

/** A kind of record that a word can name. */
const namedKinds = [
  "person",
  "project",
  "team",
  "taskLabel",
  "projectLabel",
  "state",
] as const;
type NamedKind = (typeof namedKinds)[number];

/** The IDs of the records that a word names, by kind. */
export type TaskNames = Readonly<Record<NamedKind, readonly string[]>>;

/** The maximum number of records of a kind that a word names. */
const MOST_NAMED = 12;
/** The expected maximum number of labels and states in a workspace. */
const MOST_LISTED = 2_000;

interface Name {
  kind: NamedKind;
  id: string;
  /** The key or username, and the name. */
  texts: string[];
}

/**
 * Returns the records that some words name: people, projects, and teams by a word of their name, key, or username;
 * labels and states by a word of their name. Three or more characters can be the start of that word, and fewer must be
 * the whole word. Excludes records that the actor can't see.
 * @param kinds the kinds to search among people, projects, and teams
 */
export async function namedBy(
  context: ReadContext<Member>,
  words: readonly { text: string; having: HavingWord }[],
  kinds: readonly ("person" | "project" | "team")[],
): Promise<TaskNames[]> {
  const listed = await listedNames(context);
  return await Promise.all(words.map(async ({ text, having }) => {
    const names = [...listed];
    for (const kind of kinds) names.push(...await namesOf(context, kind, having));
    const fitting = names.filter(({ texts }) => texts.some((name) => isCalled(name, text)));
    const idsOf = (kind: NamedKind) =>
      fitting.filter((name) => name.kind === kind).slice(0, MOST_NAMED).map(({ id }) => id);
    return Object.fromEntries(
      namedKinds.map((kind) => [kind, idsOf(kind)]),
    ) as unknown as TaskNames;
  }));
}

async function namesOf(
  context: ReadContext<Member>,
  kind: Extract<SmallKind, NamedKind>,
  having: HavingWord,
): Promise<Name[]> {
  const ids = having.get(kind);
  if (!ids) return [];
  const found = await findCandidates(context, kind, documentsNamed([...ids]));
  return found.map(({ id, key, title }) => ({ kind, id, texts: [folded(key), folded(title)] }));
}

/** Reads the names of labels and states, which have no documents and are few. */
async function listedNames({ db, actor }: ReadContext<Member>): Promise<Name[]> {
  const { rows } = await sql<{ kind: NamedKind; id: string; name: string }>`
    select 'taskLabel' as kind, id, name from task_labels
    where workspace_id = ${actor.workspace.id} and archived_at is null
    union all
    select 'projectLabel', id, name from project_labels
    where workspace_id = ${actor.workspace.id} and archived_at is null
    union all
    select 'state', s.id, s.name from workflows w join workflow_states s on s.workflow_id = w.id
    where w.workspace_id = ${actor.workspace.id}
    limit ${sql.lit(MOST_LISTED)}`.execute(db);
  return rows.map(({ kind, id, name }) => ({ kind, id, texts: [folded(name)] }));
}

function isCalled(name: string, word: string): boolean {
  const text = folded(word);
  if (!name.includes(text)) return false;
  if (isLong(word) || isUnspaced(word)) return hasWordStart(name, text);
  return name.split(/[^\p{L}\p{N}]+/u).includes(text);
}
