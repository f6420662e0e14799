import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { type Candidate, documentsNamed, findCandidates } from "./candidates.ts";
import { documentsWith, firstWith, type SmallKind, type Sought } from "../text/documents.ts";
import type { Meaning } from "./meaning.ts";

/** The maximum number of newest projects, people, teams, and views with a word to read. */
const MOST_WITH_WORD = 1_000;

/** The IDs of projects, people, teams, and views with a word in their text, newest first. */
export type HavingWord = ReadonlyMap<SmallKind, ReadonlySet<string>>;

/** The records that contain a word. */
export interface Standing {
  having: HavingWord;
  /** Whether no text contains the word, not even a task's. */
  nowhere: boolean;
}

/**
 * Returns the projects, people, teams, and views that contain a word in any of its spellings.
 * @param spellings the word and its synonyms
 */
export async function locateWord(
  context: ReadContext<Member>,
  spellings: readonly string[],
): Promise<Standing> {
  const first = firstWith(spellings);
  if (first) {
    const { rows: [one] } = await sql<{ seq: number }>`${first}`.execute(context.db);
    if (!one || one.seq >= 0) return { having: new Map(), nowhere: !one };
  }
  return { having: await having(context, { words: [spellings] }), nowhere: false };
}

/** Returns the projects, people, teams, and views with one of some spellings at the start of a word of their names. */
export function named(
  context: ReadContext<Member>,
  spellings: readonly string[],
): Promise<HavingWord> {
  return having(context, { words: [spellings], inNames: true });
}

async function having(
  { db, actor }: ReadContext<Member>,
  words: Omit<Sought, "most">,
): Promise<HavingWord> {
  const sought = { ...words, most: MOST_WITH_WORD };
  const { rows } = await sql<{ kind: SmallKind; id: string }>`
    select kind, id from (${documentsWith(actor, "smallKinds", sought)})`.execute(db);
  const found = new Map<SmallKind, Set<string>>();
  for (const { kind, id } of rows) {
    if (!found.has(kind)) found.set(kind, new Set());
    found.get(kind)!.add(id);
  }
  return found;
}

/** Returns the records of a kind whose text contains every word. */
export async function findInSmallKind(
  context: ReadContext<Member>,
  kind: SmallKind,
  words: readonly HavingWord[],
): Promise<Candidate[]> {
  const [first, ...others] = words.map((one) => one.get(kind) ?? new Set<string>());
  const ids = [...first ?? []].filter((id) => others.every((other) => other.has(id)));
  return ids.length === 0 ? [] : await findCandidates(context, kind, documentsNamed(ids));
}

/** Returns the records of a kind that match every word by text or property. */
export async function findMeantInSmallKind(
  context: ReadContext<Member>,
  kind: SmallKind,
  words: readonly { having: HavingWord; meaning: Meaning | null }[],
): Promise<Candidate[]> {
  if (words.some(({ having, meaning }) => !meaning && !having.has(kind))) return [];
  const conditions = words.map(({ having, meaning }) => {
    const inText = sql`x.id in (${documentsNamed([...having.get(kind) ?? []])})`;
    return meaning ? sql`(${meaning.holds} or ${inText})` : inText;
  });
  const meant = words.filter(({ meaning }) => meaning !== null);
  const start = meant.find(({ meaning }) => meaning!.newest.length > 0);
  if (start) return await findCandidates(context, kind, start.meaning!.newest[0]!, conditions);
  const plain = words.find(({ meaning }) => meaning === null);
  if (!plain || meant.length === 0) return [];
  const documents = documentsNamed([...plain.having.get(kind) ?? []]);
  return await findCandidates(context, kind, documents, conditions);
}
