import { type ReadContext, within } from "../domain/core/operation.ts";
import type { FoundRecord, SearchScope } from "../domain/search/schema.ts";
import { findNearRecords } from "../domain/search/near.ts";
import { findPassages } from "../domain/search/passages.ts";
import { search } from "../domain/search/search.ts";
import { folded } from "../domain/text/words.ts";
import { openedBy } from "../domain/recents/opened.ts";
import { catalogue, type GlobalCommand, type GlobalName } from "./catalogue.ts";
import { recordItems } from "./record_items.ts";
import { globalItem } from "./global_item.ts";
import { gradeOf, grades, matchesOf, type Typed, typedOf } from "./match.ts";
import { newTaskOf } from "./new_task.ts";
import { firstActionsOf, headlinesOf } from "./menu.ts";
import type { PaletteCommand, PaletteItem, PaletteViewer } from "./schema.ts";
import { ifThere, type PaletteSubject, readOf, readSubject } from "./subject.ts";
import { plainPath, surfaceAt } from "./surfaces.ts";
import { type Intent, parseIntent, parseOpening } from "./verbs.ts";
import { canUse } from "./viewer.ts";
import type { Member } from "../domain/core/actor.ts";

/** The number of best records that show their actions. */
const MOST_CONTEXTUAL = 2;
/**
 * The advantage of pinned and of recently opened records. Together, they are less than the difference to a better kind
 * of match.
 */
const PINNED = 0.5;
const RECENT = 0.25;

/** The order of groups with equally good best rows. */
const groupOrder = [
  "Favorites",
  "Actions",
  "Tasks",
  "Drafts",
  "Projects",
  "Members",
  "Teams",
  "Views",
];

interface Scored {
  item: PaletteItem;
  score: number;
}

/**
 * Returns the matches of a text, with the best group first: records, and without a prefix also commands, actions of the
 * best records, and commands that take the text as a title or name. If no record matches the whole text, `complete mend
 * the gate` finds the action of a record, `open project harbour` finds a record, and other actions apply to the open
 * record.
 * @param at the maximum number, the values from the current page, and its path
 */
export async function ranked(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  typed: Typed,
  { limit, here, path }: { limit: number; here: KnownHere; path?: string | null | undefined },
): Promise<PaletteItem[]> {
  const { scope, text } = typed;
  if (scope === "commands") {
    const commands = await matchingCommands(context, viewer, text, here);
    return arranged(commands.filter(({ score }) => score > 0), limit);
  }
  const found = await foundRecords(context, typed, limit);
  if (scope !== "all") return arranged(found, limit);
  const isCalled = found.some(({ score }) => score >= grades.word);
  const commands = await matchingCommands(context, viewer, text, here);
  // A text that matches a command's name isn't misspelled
  const most = commands.some(({ score }) => score >= grades.synonym) ? grades.near : Infinity;
  const toOpen = isCalled ? [] : (await recordsToOpen(context, text, limit))
    .map(({ item, score }) => ({ item, score: Math.min(score, most) }));
  const ids = new Set(toOpen.map(({ item }) => item.id));
  const records = [...toOpen, ...found.filter(({ item }) => !ids.has(item.id))];
  const intent = records.length === 0 ? parseIntent(text) : null;
  const actions = intent
    ? await namedActions(context, viewer, intent, path)
    : await contextualActions(context, viewer, records);
  return arranged([...actions, ...commands, ...records], limit);
}

/** Adds the actions of the best records, ranked slightly below the records. */
async function contextualActions(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  records: readonly Scored[],
): Promise<Scored[]> {
  const best = records.toSorted((a, b) => b.score - a.score).slice(0, MOST_CONTEXTUAL);
  const actions: Scored[] = [];
  for (const { item, score } of best) {
    const subject = await ifThere(readSubject(context, item.id));
    const items = subject ? headlinesOf(context, viewer, subject) : [];
    actions.push(...items.map((one) => ({ item: one, score: score - 2 * PINNED })));
  }
  return actions;
}

/**
 * Returns the action that a text starts with, for the best records that match the rest, or else for the open record.
 */
async function namedActions(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  { action, record }: Intent,
  path: string | null | undefined,
): Promise<Scored[]> {
  const found = await within(context, search, { q: record, limit: MOST_CONTEXTUAL });
  const near = found.length === 0 ? await nearRecords(context, record) : [];
  const actions: Scored[] = [];
  const add = async (read: Promise<PaletteSubject>, text: string, score: number) => {
    const subject = await ifThere(read);
    const items = subject ? await firstActionsOf(context, viewer, subject, text) : [];
    actions.push(...items.map((item) => ({ item, score })));
  };
  for (const { id } of found) await add(readSubject(context, id), action, grades.word);
  for (const { id } of near.slice(0, MOST_CONTEXTUAL)) {
    await add(readSubject(context, id), action, grades.near);
  }
  const { current } = surfaceAt(plainPath(path));
  if (actions.length > 0 || !current) return actions;
  await add(readOf(context, current.kind, current.idOrKey), `${action} ${record}`, grades.word);
  return actions;
}

/** Finds the records that a text asks to open, by name. */
async function recordsToOpen(
  context: ReadContext<Member>,
  typed: string,
  limit: number,
): Promise<Scored[]> {
  for (const { text, scope } of parseOpening(typed)) {
    const found = await foundRecords(context, { q: text, text }, limit, scope);
    const called = found.filter(({ item: { title, key } }) =>
      gradeOf(text, key === null ? [title] : [title, key]) !== null
    );
    if (called.length > 0) return called;
  }
  return [];
}

/** Finds records whose names match a text except for one letter of a word. */
async function nearRecords(
  context: ReadContext<Member>,
  q: string,
  scope: SearchScope = "all",
): Promise<FoundRecord[]> {
  const all = await findNearRecords(context, { q, scope });
  const text = typedOf(q).text;
  return all.filter(({ title }) => gradeOf(text, [title]) === grades.near);
}

/** Groups the best rows. The best row of a group decides its position. */
function arranged(scored: readonly Scored[], limit: number): PaletteItem[] {
  const best = scored.toSorted((a, b) => b.score - a.score).slice(0, limit);
  const groups = Map.groupBy(best, ({ item }) => item.group);
  const place = ([name, [first]]: [string, Scored[]]) => [-first!.score, groupOrder.indexOf(name)];
  return [...groups].toSorted((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x[0]! - y[0]! || x[1]! - y[1]!;
  }).flatMap(([, rows]) => rows.map(({ item }) => item));
}

/** The values that commands take from the current page, by command name. */
export type KnownHere = Partial<Record<GlobalName, Record<string, string>>>;

/** Returns every command available to the viewer, in the order of equally good matches. */
export function commandsFor(viewer: PaletteViewer, here: KnownHere): PaletteCommand[] {
  return catalogue.filter(({ access }) => canUse(viewer, access)).map((command) => {
    const { words, takes = null } = command;
    return { item: globalItem(command, "", here[command.name]), words, takes };
  });
}

async function matchingCommands(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  text: string,
  here: KnownHere,
): Promise<Scored[]> {
  const found: Scored[] = [];
  for (const command of catalogue.filter(({ access }) => canUse(viewer, access))) {
    for (const [n, { grade, rest }] of matchesOf(text, command).entries()) {
      const item = await asItem(context, command, rest, here[command.name]);
      // Once with the intended command, and once as typed
      found.push({ item: n === 0 ? item : { ...item, id: `${item.id}:typed` }, score: grade });
    }
  }
  return found;
}

/** Returns a command's row. A new task's row describes its values. */
async function asItem(
  context: ReadContext<Member>,
  command: GlobalCommand,
  rest: string,
  here: Record<string, string> = {},
): Promise<PaletteItem> {
  if (command.name !== "create.task" || !rest) return globalItem(command, rest, here);
  const { title, known, said } = await newTaskOf(context, rest);
  const subtitle = [title, ...said].filter(Boolean).join(" · ");
  return { ...globalItem(command, title, known), subtitle };
}

/**
 * Returns the records that search finds, with pinned ones in their own group. If no name matches, records whose names
 * match with one wrong letter come last.
 */
async function foundRecords(
  context: ReadContext<Member>,
  { q, text }: Pick<Typed, "q" | "text">,
  limit: number,
  scope: SearchScope = "all",
): Promise<Scored[]> {
  const found = await within(context, search, { q, limit, scope });
  const scores = new Map(found.map((record) => [record, scoreOf(text, record)]));
  if (![...scores.values()].some((score) => score >= grades.word)) {
    const known = new Set(found.map(({ id }) => id));
    for (const record of await nearRecords(context, q, scope)) {
      if (!known.has(record.id)) scores.set(record, grades.near);
    }
  }
  const [items, opened, passages] = [
    await recordItems(context, [...scores.keys()]),
    new Set((await openedBy(context)).map(({ id }) => id)),
    await findPassages(context, found, text),
  ];
  return [...scores].map(([{ id, favorite }, grade], n) => {
    const why = passages.get(id);
    const item = why === undefined ? items[n]! : { ...items[n]!, why };
    const score = opened.has(id) ? grade + RECENT : grade;
    return favorite
      ? { item: { ...item, group: "Favorites" }, score: score + PINNED }
      : { item, score };
  });
}

/** Returns how well a found record matches, on the scale of commands. */
function scoreOf(text: string, { key, title, matched }: FoundRecord): number {
  if (matched === "key" || folded(key) === folded(text)) return grades.exact;
  return gradeOf(text, [title]) ?? (matched === "synonym" ? grades.synonym : grades.text);
}
