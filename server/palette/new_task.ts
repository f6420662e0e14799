import { isTaskWriter, type Member } from "../domain/core/actor.ts";
import { Invalid, NotFound } from "../domain/core/errors.ts";
import type { ReadContext } from "../domain/core/operation.ts";
import { typedDay } from "../domain/core/typed_days.ts";
import { documentsNamed, findCandidates } from "../domain/search/candidates.ts";
import { locateWord } from "../domain/search/small_kinds.ts";
import { resolveAssignee } from "../domain/tasks/references.ts";
import { folded, MOST_WORDS } from "../domain/text/words.ts";
import { priorities } from "../domain/vocabulary.ts";
import { priorityWords } from "../../views/ui/words.ts";
import { labelsFor } from "./choices.ts";
import { dayOf } from "./messages.ts";

/** The maximum number of words in a date: `in 2 weeks from`. */
const LONGEST_DAY = 4;
/** The minimum length of the start of a name. */
const SHORTEST_BEGUN = 3;
/** Words before a date that are part of the date. */
const beforeDays = ["by", "on", "due", "until"];
/** Words that make the next word part of the title: `Plan the weekend`. */
const withNouns = ["the", "a", "an", "this", "of", "for", "in", "at", "next", "every"];

/** A new task, read from a text. */
export interface NewTask {
  /** The part of the text that is its title. */
  title: string;
  /** The other values, as URL parameters of the composer. */
  known: Record<string, string | string[]>;
  /** The values in words, in the order of a row. */
  said: string[];
}

/** A value that a word names. */
interface Meant {
  field: "assigneeId" | "priority" | "teamId" | "projectId" | "tags" | "deadlineAt";
  value: string;
  said: string;
}

/** The order in which values are described. */
const order = ["assigneeId", "priority", "teamId", "tags", "projectId", "deadlineAt"] as const;

/**
 * Reads a new task from a text: `@mei` is the assignee, `!high` the priority, `#eng` a team, label, or project by key
 * or name, `$harbour` a project, and the last words can be the deadline. Unknown, ambiguous, and forbidden words stay
 * in the title, and so do further values of the same kind.
 */
export async function newTaskOf(context: ReadContext<Member>, text: string): Promise<NewTask> {
  const meant: Meant[] = [];
  const left: string[] = [];
  const isSaid = ({ field, value }: Meant) =>
    meant.some((one) => one.field === field && (field !== "tags" || one.value === value));
  let lookups = 0;
  for (const word of text.split(" ")) {
    const [, sign = "", name = ""] = /^([@!#$])(.*[\p{L}\p{N}])\W*$/u.exec(word) ?? [];
    const found = sign && lookups++ < MOST_WORDS ? await readers[sign]!(context, name) : null;
    if (found && !isSaid(found)) meant.push(found);
    else left.push(word);
  }
  const { day, title, why } = dayAtEnd(context, left);
  if (day) meant.push({ field: "deadlineAt", value: day, said: dayOf(day) });
  if (!await mayBeAssigned(context, meant)) return { title: text, known: {}, said: [] };
  meant.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field));
  const tags = meant.filter(({ field }) => field === "tags").map(({ value }) => value);
  const others = meant.filter(({ field }) => field !== "tags");
  const known = Object.fromEntries(others.map(({ field, value }) => [field, value]));
  return {
    title: title.join(" "),
    known: tags[0] ? { ...known, tags } : known,
    said: [...meant.map(({ said }) => said), ...why ? [why] : []],
  };
}

const readers: Record<
  string,
  (context: ReadContext<Member>, name: string) => Promise<Meant | null>
> = {
  "@": personCalled,
  "!": (_context, name) => Promise.resolve(priorityCalled(name)),
  "#": async (context, name) =>
    await teamCalled(context, name) ?? await projectCalled(context, name, true) ??
      await labelCalled(context, name) ?? await projectCalled(context, name),
  "$": (context, name) => projectCalled(context, name),
};

/** Finds a person by username, by a unique name or start of a name, or the actor by `me`. */
async function personCalled(
  context: ReadContext<Member>,
  name: string,
): Promise<Meant | null> {
  const { profile } = context.actor;
  const found = await recordsWith(context, "person", name);
  const known = found.find(({ key }) => folded(key) === folded(name));
  const needle = folded(name);
  const wordsOf = (title: string) => folded(title).split(/[^\p{L}\p{N}]+/u);
  const called = found.filter(({ title }) =>
    plain(title) === plain(name) || wordsOf(title).includes(needle)
  );
  const oneself = needle === "me" ? { id: profile.id } : null;
  const begun = needle.length < SHORTEST_BEGUN
    ? []
    : found.filter(({ key, title }) =>
      [folded(key), ...wordsOf(title)].some((word) => word.startsWith(needle))
    );
  const close = called.length > 0 ? called : begun;
  const person = known ?? oneself ?? (close.length === 1 ? close[0] : null);
  return person ? await assignable(context, null, person.id) : null;
}

/** Lists the possible assignees of a team's tasks, or of any task if the team is `null`. */
async function assignable(
  context: ReadContext<Member>,
  teamId: string | null,
  profileId: string,
): Promise<Meant | null> {
  const found = await resolveAssignee(context, teamId, profileId).catch((error) => {
    if (error instanceof Invalid || error instanceof NotFound) return null;
    throw error;
  });
  return found && { field: "assigneeId", value: found.id, said: found.name };
}

/** Returns whether the named person can be assigned to a task of the named team. */
async function mayBeAssigned(
  context: ReadContext<Member>,
  meant: readonly Meant[],
): Promise<boolean> {
  const [team, person] = (["teamId", "assigneeId"] as const).map((name) =>
    meant.find(({ field }) => field === name)?.value
  );
  return !team || !person || await assignable(context, team, person) !== null;
}

function priorityCalled(name: string): Meant | null {
  const value = priorities.find((one) => one === folded(name));
  return value ? { field: "priority", value, said: priorityWords[value] } : null;
}

/** Finds a team by key or name in which the actor can create tasks. */
async function teamCalled(context: ReadContext<Member>, name: string): Promise<Meant | null> {
  const team = only(await recordsWith(context, "team", name), name);
  if (!team || !isTaskWriter(context.actor, team.id)) return null;
  return { field: "teamId", value: team.id, said: team.key };
}

/** @param byKey whether to find the project only by its key */
async function projectCalled(
  context: ReadContext<Member>,
  name: string,
  byKey = false,
): Promise<Meant | null> {
  const found = await recordsWith(context, "project", name);
  const project = only(byKey ? found.map((one) => ({ ...one, title: "" })) : found, name);
  if (!project) return null;
  const { title } = found.find(({ id }) => id === project.id)!;
  return { field: "projectId", value: project.id, said: title };
}

async function labelCalled(context: ReadContext<Member>, name: string): Promise<Meant | null> {
  const labels = await labelsFor(context, "task", name.replaceAll("-", " "));
  const label = labels.find((one) => plain(one.name) === plain(name));
  return label ? { field: "tags", value: label.id, said: label.name } : null;
}

/** Finds a record by key, or else by a unique name. */
function only<R extends { key: string; title: string }>(
  found: readonly R[],
  name: string,
): R | undefined {
  const known = found.find(({ key }) => folded(key) === folded(name));
  const called = found.filter(({ title }) => plain(title) === plain(name));
  return known ?? (called.length === 1 ? called[0] : undefined);
}

/** Returns the records whose names a text contains. For a name of several words, the longest word counts. */
async function recordsWith(
  context: ReadContext<Member>,
  kind: "person" | "team" | "project",
  name: string,
) {
  const [longest = name] = name.split("-").toSorted((a, b) => b.length - a.length);
  const ids = (await locateWord(context, [longest])).having.get(kind);
  return ids ? await findCandidates(context, kind, documentsNamed([...ids])) : [];
}

/** Formats a name for use after a sign, without spaces. */
const plain = (name: string) => folded(name).replace(/[^\p{L}\p{N}]+/gu, "");

/** Returns the date at the end of some words, and the words before it, or the reason that they aren't a valid date. */
function dayAtEnd(
  { actor, now }: ReadContext<Member>,
  words: readonly string[],
): { day: string | null; title: readonly string[]; why: string | null } {
  const { timeZone } = actor.workspace;
  const { weekStart } = actor.preferences;
  const none = { day: null, title: words, why: null };
  for (let many = Math.min(LONGEST_DAY, words.length - 1); many > 0; many--) {
    const before = words.slice(0, -many);
    const { day, why } = typedDay(words.slice(-many).join(" "), now, timeZone, weekStart);
    const last = folded(before.at(-1)!);
    if (withNouns.includes(last)) continue;
    if (why) return { ...none, why };
    if (day === null) continue;
    const title = beforeDays.includes(last) ? before.slice(0, -1) : before;
    return title.length > 0 ? { day, title, why: null } : none;
  }
  return none;
}
