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

/** A record that was found, with what its place among others depends on. */
export interface Candidate extends Omit<FoundRecord, "matched" | "favorite"> {
  favorite: 0 | 1;
  /** When it last changed; null for people and teams, which are not counted among what changes. */
  changed: string | null;
}

/** How many of the newest each way of finding them may bring. */
const MOST_CANDIDATES = 100;

interface Source {
  /** The record `r`, a view `v`, joined to the documents `x`. */
  record: RawBuilder<unknown>;
  changed: RawBuilder<unknown>;
  visible(actor: Member): RawBuilder<unknown>;
}

/** A candidate as its statement tells it: a name beside each value would cost as much as the value. */
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
    // By number: half the cost of finding it by its id
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
 * Records of a kind that the actor may see.
 * @param documents which of them to look at, the newest first: see `documents.ts`; of tasks their `seq` and `id`, of
 *   others the `id`
 * @param conditions what else must hold, over the documents `x` and the record `r`, of a view `v`
 */
export function findCandidates(
  context: ReadContext<Member>,
  kind: DocumentKind,
  documents: RawBuilder<unknown>,
  conditions: RawBuilder<unknown>[] = [],
): Promise<Candidate[]> {
  const { actor } = context;
  const { record, visible } = sources[kind];
  // Without an order of its own: the documents come in theirs, and no more are read than it takes
  return candidatesOf(
    context,
    sql`
      select ${columnsOf(actor, kind, sql`x.id`)}
      from (${documents}) x ${record} ${foundColumns[kind].joins}
      where ${sql.join([visible(actor), ...conditions], sql` and `)}
      limit ${sql.lit(MOST_CANDIDATES)}`,
  );
}

/** Tasks that have all of some words in their text, the newest first: see `documentsWith`. */
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

/** A candidate's columns, over its record and where its `id` stands. */
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

/** Documents that are known already, by their records' ids; for `findCandidates`. */
export function documentsNamed(ids: readonly string[]): RawBuilder<unknown> {
  return sql`select value as id from json_each(${JSON.stringify(ids)})`;
}
