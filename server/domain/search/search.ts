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

/** `findRecords`, for whoever asks. */
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
 * Finds records of every kind that the actor may see, the best match first. Every word has to be true of a record: it
 * stands in its text, or it says what the record is, its label, assignee, project, team, state or status by name, a
 * project's lead, somebody's role. In order: a whole reference, key or username; the whole title; titles that start
 * with the text, then words that do; the text anywhere in a title; in a body or said by a field; then another word for
 * it. Of equally good ones favorites come first, then what was changed last. Only the newest of each way of matching
 * are ranked, and none of a way that could only bring worse ones than there are enough of. Archived records are not found; suspended agents are, as they still have their work. Tasks take
 * the scope tasks.read, projects projects.read; without it they are left out.
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
 * Tasks by their text, in each of the ways in which a text may be there, and by what words mean; by their titles alone,
 * and among the favorites, where those fill the top.
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

/** Records of another kind. There are few, so that one look at their text does, and their rank says where it is. */
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

/** The ways of finding all words in the text of tasks, the best first. */
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

/** The task of a reference, also of one that it had before; nothing where it is archived. */
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
