import { sql } from "kysely";
import type { FoundRecord } from "../domain/search/schema.ts";
import { type DestinationKind, destinationOf } from "./destinations.ts";
import type { PaletteItem } from "./schema.ts";
import { nameOf, type PaletteSubject } from "./subject.ts";
import type { Member } from "../domain/core/actor.ts";
import type { ReadContext } from "../domain/core/operation.ts";

/** A record from search or suggestions. */
export type FoundCard = Omit<FoundRecord, "matched" | "favorite">;

/** The groups of records. */
const groups: Record<FoundRecord["kind"], string> = {
  task: "Tasks",
  draft: "Drafts",
  project: "Projects",
  person: "Members",
  agent: "Members",
  team: "Teams",
  view: "Views",
};

/** Returns found records as rows of the palette, in their order. */
export async function recordItems(
  context: ReadContext<Member>,
  found: readonly FoundCard[],
): Promise<PaletteItem[]> {
  const views = found.filter(({ kind }) => kind === "view").map(({ id }) => id);
  const ofProjects = await projectViewsAmong(context, views);
  return found.map((card) => recordItem(card, ofProjects.has(card.id)));
}

/** Returns a record as a row of the palette. */
export function subjectItem(subject: PaletteSubject): PaletteItem {
  const { kind, id, key, title } = nameOf(subject);
  const view = kind === "taskView" || kind === "projectView";
  const status = subject.kind === "task" || subject.kind === "project"
    ? subject.record.status
    : null;
  const card = { kind: view ? "view" as const : kind, id, key, title, subtitle: null, status };
  return recordItem(card, kind === "projectView");
}

function recordItem(card: FoundCard, ofProjects: boolean): PaletteItem {
  const { kind, id, key, title, subtitle, status } = card;
  const viewKind: DestinationKind = ofProjects ? "projectView" : "taskView";
  return {
    id,
    kind,
    title,
    subtitle,
    key,
    status,
    group: groups[kind],
    href: destinationOf(kind === "view" ? viewKind : kind, id, key),
    command: null,
    input: null,
    asks: null,
    menu: null,
    current: false,
    record: id,
  };
}

/** Returns the IDs of project views, which have their own pages. */
async function projectViewsAmong({ db }: ReadContext<Member>, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select v.id from json_each(${JSON.stringify(ids)}) w join views v on v.id = w.value
    where v.kind = 'project'`.execute(db);
  return new Set(rows.map(({ id }) => id));
}
