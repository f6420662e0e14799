import { sql } from "kysely";
import type { z } from "zod";
import { workInSlices } from "../../database/one_at_a_time.ts";
import type { Member } from "../core/actor.ts";
import { NotFound } from "../core/errors.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { locateTask } from "../tasks/locate.ts";
import { type Candidate, findCandidates, findTasksWith } from "./candidates.ts";
import { findOnce } from "./kept_finds.ts";
import { findable, type SmallKind, type Sought } from "../text/documents.ts";
import { findInSmallKind, findMeantInSmallKind } from "./small_kinds.ts";
import { smallKindMeaning } from "./small_kinds_meaning.ts";
import { type Phrase, understand } from "./phrase.ts";
import { findFavoriteTasks, findMeantTasks } from "./meant_tasks.ts";
import { isReference, Ranking } from "./rank.ts";
import { isReadable, kindsFor } from "./kinds_for.ts";
import { type FoundRecord, SearchInput } from "./schema.ts";
import { isLong, searchWords } from "../text/words.ts";

type Found = [FoundRecord["matched"], Candidate];

/** Runs `findRecords` for the actor. */
export const search = query({
  name: "search.find",
  scope: "workspace.read",
  input: SearchInput,
  run: (context, input) =>
    findOnce(
      context,
      ["search", input],
      () => context.services.database.longReads.take(() => findRecords(context, input)),
    ),
});

/**
 * Finds visible records of every kind, best match first. Every word must match a record: in its text, or by a property,
 * such as the name of its label, assignee, project, team, state, or status, a project's lead, or a person's role. The
 * order is: a whole reference, key, or username; the whole title; titles that start with the text, then words that do;
 * the text anywhere in a title; a body or property; then a synonym. Among equally good matches, favorites come first,
 * then the most recently changed. Only the newest matches of each method are ranked. Methods that can only find worse
 * matches are skipped if there are enough results. Archived records aren't found, but suspended agents are, because
 * they keep their work. Tasks require the scope `tasks.read`, and projects `projects.read`; without it, they are left
 * out.
 */
export async function findRecords(
  context: ReadContext<Member>,
  { q, scope, limit }: z.output<typeof SearchInput>,
): Promise<FoundRecord[]> {
  const { actor } = context;
  const { text, kinds } = kindsFor(actor, q, scope);
  const words = searchWords(text);
  if (words.length === 0) return [];
  const named = (["person", "project", "team"] as const).filter((one) => isReadable(actor, one));
  const { asked, meant } = await understand(context, words, named);
  const ranking = new Ranking(text);
  const enough = (some: Found[]) => ranking.isFilledBy(some, limit);
  const found: Found[] = [];
  const pause = workInSlices();
  for (const kind of kinds) {
    await pause();
    const find = kind === "task" ? findTasks : findOthers(kind);
    if (kind === "task") found.push(...await byReference(context, text));
    const ofAsked = await find(context, asked, "field", { enough, pause });
    found.push(...ofAsked);
    if (!meant || enough(ofAsked)) continue;
    await pause();
    found.push(...await find(context, meant, "synonym", { enough, pause }));
  }
  return ranking.first(limit, found);
}

/**
 * Finds tasks by text with each method, and by the words' properties. If titles and favorites already fill the results,
 * searches only those.
 */
async function findTasks(
  context: ReadContext<Member>,
  words: Phrase,
  otherwise: "field" | "synonym",
  { enough, pause }: { enough: (some: Found[]) => boolean; pause: () => Promise<void> },
): Promise<Found[]> {
  const favorites = async () => as("field", await findFavoriteTasks(context, words));
  const found: Found[] = [];
  for (const [matched, sought] of textWays(words, otherwise)) {
    await pause();
    found.push(...as(matched, await findTasksWith(context, sought)));
    if (otherwise === "field" && enough(found)) return [...found, ...await favorites()];
  }
  await pause();
  found.push(...as(otherwise, await findMeantTasks(context, words)));
  return otherwise === "field" ? [...found, ...await favorites()] : found;
}

/**
 * Finds records of another kind. They are few, so one search of their text is enough, and their rank depends on where
 * the text was found.
 */
function findOthers(kind: SmallKind) {
  return async (
    context: ReadContext<Member>,
    words: Phrase,
    otherwise: "field" | "synonym",
  ): Promise<Found[]> => {
    const understood = words.map((word) => ({
      ...word,
      meaning: smallKindMeaning[kind](context.actor, word),
    }));
    const inText = await findInSmallKind(context, kind, words.map(({ having }) => having));
    const meant = await findMeantInSmallKind(context, kind, understood);
    return [
      ...as(otherwise === "field" ? "text" : "synonym", inText),
      ...as(otherwise, meant),
    ];
  };
}

function as(matched: FoundRecord["matched"], candidates: Candidate[]): Found[] {
  return candidates.map((one) => [matched, one]);
}

type TextWay = [FoundRecord["matched"], Omit<Sought, "most">];

/** Returns the methods that find all words in the text of tasks, best first. */
function textWays(
  phrase: Phrase,
  otherwise: "field" | "synonym",
): TextWay[] {
  const words = phrase.map(({ spellings }) => spellings);
  if (otherwise === "synonym") {
    return phrase.some(({ nowhere }) => nowhere) ? [] : [["synonym", { words }]];
  }
  const inNames: TextWay = ["title", { words, inNames: true }];
  const inText = words.flat().some(isLong) && !phrase.some(({ nowhere }) => nowhere);
  return inText ? [inNames, ["text", { words }]] : [inNames];
}

/** Returns the task of a current or former reference, unless the task is archived. */
async function byReference(context: ReadContext<Member>, text: string): Promise<Found[]> {
  if (!isReference(text)) return [];
  const task = await locateTask(context, text).catch((error) => {
    if (error instanceof NotFound) return null;
    throw error;
  });
  if (!task) return [];
  const documents = sql`
    select r.seq, r.id from tasks r
    where r.id = ${task.id} and ${findable({ actor: context.actor, half: "tasks" })}`;
  return as("key", await findCandidates(context, "task", documents));
}
