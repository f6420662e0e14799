import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import type { ReadContext } from "../core/operation.ts";
import { type Candidate, findCandidates } from "./candidates.ts";
import { documentsWith } from "../text/documents.ts";
import { unhidden } from "../visibility/teams.ts";
import { type Meaning, MOST_HAVING, type Word } from "./meaning.ts";
import { taskMeaning } from "./task_meaning.ts";
import { isLong, isUnspaced } from "../text/words.ts";

/** The maximum number of newest tasks with the plain words to read. */
const MOST_WITH_WORDS = 1_000;
/** The maximum number of words to start from, if each word can mean a property. */
const MOST_STARTS = 3;
/**
 * The maximum number of other words that are also searched in the whole text. With more words, only titles are
 * searched.
 */
const MOST_IN_TEXT = 2;
/** The maximum number of the actor's newest favorites to read. */
const MOST_FAVORITES = 100;

interface Understood {
  word: Word;
  meaning: Meaning | null;
}

/**
 * Returns tasks that match every word by text or property, at least one by property. There are two bounded ways: the
 * newest tasks with the plain words, checked for the other words' properties, and the newest tasks with the rarest
 * property, checked by title. Tasks beyond the newest thousand of both ways aren't found.
 */
export async function findMeantTasks(
  context: ReadContext<Member>,
  words: readonly Word[],
): Promise<Candidate[]> {
  const all = understand(context.actor, words);
  if (all.some(({ word, meaning }) => word.nowhere && meaning === null)) return [];
  const meant = all.filter(({ meaning }) => meaning !== null);
  const plain = all.filter(({ meaning }) => meaning === null);
  const starts = meant.filter(({ meaning }) => meaning!.newest.length > 0)
    .toSorted((a, b) => a.meaning!.breadth - b.meaning!.breadth);
  if (starts.length === 0 && (meant.length === 0 || plain.length === 0)) return [];
  const found: Candidate[] = [];
  for (const text of textsOf(plain, meant)) {
    found.push(...await fromText(context, text, all.filter((one) => !text.includes(one))));
  }
  if (starts[0]) found.push(...await fromProperty(context, starts[0], all));
  return found;
}

/** Returns the actor's favorites among the tasks that match all of the words, of any age. */
export function findFavoriteTasks(
  context: ReadContext<Member>,
  words: readonly Word[],
): Promise<Candidate[]> {
  const { actor } = context;
  const tasks = sql`select t.seq, t.id from favorites f join tasks t on t.id = f.subject_id
    where f.profile_id = ${actor.profile.id} and f.kind = 'task'
    order by f.subject_id desc limit ${sql.lit(MOST_FAVORITES)}`;
  return findAmong(context, tasks, understand(actor, words).map(isTrue));
}

function understand(actor: Member, words: readonly Word[]): Understood[] {
  return words.map((word) => ({ word, meaning: taskMeaning(actor, word) }));
}

/** Returns the words to start from in the text: the plain ones, or each one separately if all can mean properties. */
function textsOf(plain: Understood[], meant: Understood[]): Understood[][] {
  if (plain.length > 0) return [plain];
  if (meant.length === 1) return [];
  return meant.filter(({ word }) => !word.nowhere).slice(0, MOST_STARTS).map((one) => [one]);
}

function fromText(
  context: ReadContext<Member>,
  text: readonly Understood[],
  others: readonly Understood[],
): Promise<Candidate[]> {
  const having = (more: readonly Understood[]) => {
    const words = [...text, ...more].map(({ word }) => word.spellings);
    return documentsWith(context.actor, "tasks", { words, most: MOST_WITH_WORDS });
  };
  const conditions = others.map((one) => {
    const { holds } = one.meaning!;
    // If the text contains all words, the text search finds the task
    if (others.length === 1 || one.word.nowhere) return holds;
    if (others.length > MOST_IN_TEXT) return isTrue(one);
    return sql`(${holds} or x.seq in (select seq from (${having([one])})))`;
  });
  return findCandidates(context, "task", having([]), conditions);
}

function fromProperty(
  context: ReadContext<Member>,
  start: Understood,
  all: readonly Understood[],
): Promise<Candidate[]> {
  const { newest } = start.meaning!;
  const others = all.filter((one) => one !== start);
  return findAmong(context, newestOf(newest), others.map(isTrue));
}

/**
 * Returns the newest of some tasks. If a single list contains all of them, it is read in its own order, no further than
 * needed.
 */
function newestOf(lists: readonly RawBuilder<unknown>[]): RawBuilder<unknown> {
  if (lists.length === 1) return lists[0]!;
  const parts = lists.map((one) => sql`select seq, id from (${one})`);
  return sql`${sql.join(parts, sql` union `)} order by id desc limit ${sql.lit(MOST_HAVING)}`;
}

/**
 * Returns the condition that a word matches a task by title or property, without an index, because it checks single
 * tasks.
 */
function isTrue({ word, meaning }: Understood): RawBuilder<unknown> {
  const inTitle = word.spellings.map((one) =>
    isLong(one) || isUnspaced(one)
      ? sql`instr(lower(r.title), ${one}) > 0`
      : sql`instr(' ' || lower(r.title), ${` ${one}`}) > 0`
  );
  return sql`(${sql.join(meaning ? [meaning.holds, ...inTitle] : inTitle, sql` or `)})`;
}

/** Returns the searchable tasks that meet the conditions. Reads the tasks themselves instead of their documents. */
function findAmong(
  context: ReadContext<Member>,
  tasks: RawBuilder<unknown>,
  conditions: RawBuilder<unknown>[],
): Promise<Candidate[]> {
  const { actor } = context;
  const findable = [
    sql`r.workspace_id = ${actor.workspace.id} and r.archived_at is null`,
    ...unhidden(actor, "r.team_id"),
  ];
  return findCandidates(context, "task", tasks, [...findable, ...conditions]);
}
