import { type ReadContext, within } from "../domain/core/operation.ts";
import type { FoundRecord } from "../domain/search/schema.ts";
import { findNearRecords } from "../domain/search/near.ts";
import { search } from "../domain/search/search.ts";
import { folded } from "../domain/text/words.ts";
import { openedBy } from "../domain/recents/opened.ts";
import { catalogue, type GlobalCommand, type GlobalName } from "./catalogue.ts";
import { recordItems } from "./record_items.ts";
import { globalItem } from "./global_item.ts";
import { gradeOf, grades, matchCommand, type Typed } from "./match.ts";
import { newTaskOf } from "./new_task.ts";
import { firstActionsOf, headlinesOf } from "./menu.ts";
import type { PaletteCommand, PaletteItem, PaletteViewer } from "./schema.ts";
import { ifThere, readSubject } from "./subject.ts";
import { type Intent, parseIntent } from "./verbs.ts";
import { mayUse } from "./viewer.ts";
import type { Member } from "../domain/core/actor.ts";

/** Of how many of the best records the actions stand in the list. */
const MOST_CONTEXTUAL = 2;
/** How much better a pinned record counts than its match, and one that was opened lately: never as much together as the next better kind of match. */
const PINNED = 0.5;
const RECENT = 0.25;

/** In this order stand the groups whose best rows are equally good. */
const groupOrder = [
  "Favorites",
  "Actions",
  "Tasks",
  "Drafts",
  "Projects",
  "People",
  "Teams",
  "Views",
];

interface Scored {
  item: PaletteItem;
  score: number;
}

/**
 * What matches a text, the best group first and in it the best row: records, and without a prefix commands, the
 * actions of the best records, and what the text can become the title or name of. Where no record matches all of it,
 * `complete mend the gate` finds the action of the record.
 */
export async function ranked(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  typed: Typed,
  { limit, here }: { limit: number; here: KnownHere },
): Promise<PaletteItem[]> {
  const { scope, text } = typed;
  if (scope === "commands") {
    const commands = await matchingCommands(context, viewer, text, here);
    return arranged(commands.filter(({ score }) => score > 0), limit);
  }
  const records = await foundRecords(context, typed, limit);
  if (scope !== "all") return arranged(records, limit);
  const intent = records.length === 0 ? parseIntent(text) : null;
  const actions = intent
    ? await namedActions(context, viewer, intent)
    : await contextualActions(context, viewer, records);
  const commands = await matchingCommands(context, viewer, text, here);
  return arranged([...actions, ...commands, ...records], limit);
}

/** What can be done with the best records: a little less good than they are. */
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

/** The action that a text begins with, of the best records that the rest of it finds. */
async function namedActions(
  context: ReadContext<Member>,
  viewer: PaletteViewer,
  { action, record }: Intent,
): Promise<Scored[]> {
  const found = await within(context, search, { q: record, limit: MOST_CONTEXTUAL });
  const actions: Scored[] = [];
  for (const { id } of found) {
    const subject = await ifThere(readSubject(context, id));
    const items = subject ? await firstActionsOf(context, viewer, subject, action) : [];
    actions.push(...items.map((item) => ({ item, score: grades.word })));
  }
  return actions;
}

/** The best rows in their groups, each group where its best row puts it. */
function arranged(scored: readonly Scored[], limit: number): PaletteItem[] {
  const best = scored.toSorted((a, b) => b.score - a.score).slice(0, limit);
  const groups = Map.groupBy(best, ({ item }) => item.group);
  const place = ([name, [first]]: [string, Scored[]]) => [-first!.score, groupOrder.indexOf(name)];
  return [...groups].toSorted((a, b) => {
    const [x, y] = [place(a), place(b)];
    return x[0]! - y[0]! || x[1]! - y[1]!;
  }).flatMap(([, rows]) => rows.map(({ item }) => item));
}

/** What commands take along from the page that one is on, by their names. */
export type KnownHere = Partial<Record<GlobalName, Record<string, string>>>;

/** Every command that is there for the viewer, in the order of equally good ones. */
export function commandsFor(viewer: PaletteViewer, here: KnownHere): PaletteCommand[] {
  return catalogue.filter(({ access }) => mayUse(viewer, access)).map((command) => {
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
  for (const command of catalogue.filter(({ access }) => mayUse(viewer, access))) {
    const match = matchCommand(text, command);
    if (!match) continue;
    const item = await asItem(context, command, match.rest, here[command.name]);
    found.push({ item, score: match.grade });
  }
  return found;
}

/** A command's row; of a new task with what the text says of it besides its title. */
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
 * The records that search finds, pinned ones under a heading of their own. Where none is called so, those come after them
 * whose names have one letter that was typed wrong.
 */
async function foundRecords(
  context: ReadContext<Member>,
  { q, text }: Typed,
  limit: number,
): Promise<Scored[]> {
  const found = await within(context, search, { q, limit });
  const scores = new Map(found.map((record) => [record, scoreOf(text, record)]));
  if (![...scores.values()].some((score) => score >= grades.word)) {
    const known = new Set(found.map(({ id }) => id));
    for (const record of await findNearRecords(context, { q, scope: "all" })) {
      const isNear = gradeOf(text, [record.title]) === grades.near;
      if (isNear && !known.has(record.id)) scores.set(record, grades.near);
    }
  }
  const [items, opened] = [
    await recordItems(context, [...scores.keys()]),
    new Set((await openedBy(context)).map(({ id }) => id)),
  ];
  return [...scores].map(([{ id, favorite }, grade], n) => {
    const item = items[n]!;
    const score = opened.has(id) ? grade + RECENT : grade;
    return favorite
      ? { item: { ...item, group: "Favorites" }, score: score + PINNED }
      : { item, score };
  });
}

/** How good a found record's match is, on the scale of commands. */
function scoreOf(text: string, { key, title, matched }: FoundRecord): number {
  if (matched === "key" || folded(key) === folded(text)) return grades.exact;
  return gradeOf(text, [title]) ?? (matched === "synonym" ? grades.synonym : grades.text);
}
