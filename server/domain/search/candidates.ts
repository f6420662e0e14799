import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { type Json, parseJson } from "../core/json.ts";
import type { ReadContext } from "../core/operation.ts";
import { isPersonOrAgent } from "../visibility/people.ts";
import { visibleProject } from "../visibility/projects.ts";
import { visibleViews } from "../visibility/saved_views.ts";
import { type DocumentKind, documentsWith, type Sought } from "../text/documents.ts";
import { foundColumns } from "./found_columns.ts";
import type { FoundRecord } from "./schema.ts";

/** A found record, with the values that determine its rank. */
export interface Candidate extends Omit<FoundRecord, "matched" | "favorite"> {
  favorite: 0 | 1;
  /** The time of the last change; null for people and teams, whose changes don't affect the order. */
  changed: string | null;
}

/** The maximum number of records that each search method returns, newest first. */
const MOST_CANDIDATES = 100;

interface Source {
  /** The record `r`, or for a view `v`, joined to the documents `x`. */
  record: RawBuilder<unknown>;
  changed: RawBuilder<unknown>;
  visible(actor: Member): RawBuilder<unknown>;
}

/** A candidate as its statement returns it, without field names, which would take as much time as the values. */
type Values = [
  kind: Candidate["kind"],
  id: string,
  key: string,
  title: string,
  subtitle: string | null,
  status: string | null,
  changed: string | null,
  favorite: 0 | 1,
];

const always = () => sql`true`;

const sources: Record<DocumentKind, Source> = {
  task: {
    // By number, which costs half as much as by ID
    record: sql`cross join tasks r on r.seq = x.seq and r.id = x.id`,
    changed: sql`r.updated_at`,
    visible: always,
  },
  project: {
    record: sql`cross join projects r on r.id = x.id`,
    changed: sql`r.updated_at`,
    visible: (actor) => visibleProject(actor, "r"),
  },
  person: {
    record: sql`cross join profiles r on r.id = x.id`,
    changed: sql`null`,
    visible: () => sql.raw(isPersonOrAgent("r")),
  },
  team: {
    record: sql`cross join teams r on r.id = x.id`,
    changed: sql`null`,
    visible: always,
  },
  view: {
    record: sql`cross join views v on v.id = x.id`,
    changed: sql`v.updated_at`,
    visible: visibleViews,
  },
};

/**
 * Returns the records of a kind that the actor can see.
 * @param documents the documents to read, newest first, as in `documents.ts`: `seq` and `id` for tasks, `id` for other
 * kinds
 * @param conditions further conditions on the documents `x` and the record `r`, or on a view `v`
 */
export function findCandidates(
  context: ReadContext<Member>,
  kind: DocumentKind,
  documents: RawBuilder<unknown>,
  conditions: RawBuilder<unknown>[] = [],
): Promise<Candidate[]> {
  const { actor } = context;
  const { record, visible } = sources[kind];
  // Keeps the order of the documents, and reads no more of them than needed
  return candidatesOf(
    context,
    sql`
      select ${columnsOf(actor, kind, sql`x.id`)}
      from (${documents}) x ${record} ${foundColumns[kind].joins}
      where ${sql.join([visible(actor), ...conditions], sql` and `)}
      limit ${sql.lit(MOST_CANDIDATES)}`,
  );
}

/** Returns the newest tasks with all of the words in their text: see `documentsWith`. */
export function findTasksWith(
  context: ReadContext<Member>,
  sought: Omit<Sought, "most">,
): Promise<Candidate[]> {
  const { actor } = context;
  const selection = {
    columns: columnsOf(actor, "task", sql`r.id`),
    joins: foundColumns.task.joins,
  };
  const most = MOST_CANDIDATES;
  return candidatesOf(
    context,
    documentsWith(actor, "tasks", { ...sought, most }, selection),
  );
}

/** Returns the columns of a candidate, from its record and the expression for its `id`. */
function columnsOf(actor: Member, kind: DocumentKind, id: RawBuilder<unknown>) {
  return sql`${foundColumns[kind].columns}, ${sources[kind].changed} as changed,
    exists (select 1 from favorites f
      where f.profile_id = ${actor.profile.id} and f.kind = ${kind} and f.subject_id = ${id})
      as favorite`;
}

async function candidatesOf(
  { db }: ReadContext,
  rows: RawBuilder<unknown>,
): Promise<Candidate[]> {
  const { rows: [row] } = await sql<{ candidates: Json<Values[]> }>`
    select json_group_array(json_array(kind, id, key, title, subtitle, status, changed, favorite))
      as candidates
    from (${rows})
    limit 1`.execute(db);
  return parseJson(row!.candidates).map(
    ([kind, id, key, title, subtitle, status, changed, favorite]) => (
      { kind, id, key, title, subtitle, status, changed, favorite }
    ),
  );
}

/** Returns known documents by the IDs of their records, for `findCandidates`. */
export function documentsNamed(ids: readonly string[]): RawBuilder<unknown> {
  return sql`select value as id from json_each(${JSON.stringify(ids)})`;
}
