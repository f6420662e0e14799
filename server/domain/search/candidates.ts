import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { type Json, parseJson } from "../core/json.ts";
import type { ReadContext } from "../core/operation.ts";
import { isPersonOrAgent } from "../visibility/people.ts";
import { visibleProject } from "../visibility/projects.ts";
import { visibleViews } from "../visibility/saved_views.ts";
import type { DocumentKind } from "../text/documents.ts";
import { cards } from "./cards.ts";
import type { FoundRecord } from "./schema.ts";

/** A record that was found, with what its place among others depends on. */
export interface Candidate extends Omit<FoundRecord, "matched" | "favorite"> {
  favorite: 0 | 1;
  /** When it last changed; null for people and teams, which are not counted among what changes. */
  changed: string | null;
}

/** How many of the newest each way of finding them may bring. */
export const MOST_CANDIDATES = 150;

interface Source {
  /** The record `r`, a view `v`, joined to the documents `x`. */
  from: RawBuilder<unknown>;
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
    from: sql`cross join tasks r on r.seq = x.seq and r.id = x.id`,
    changed: sql`r.updated_at`,
    visible: always,
  },
  project: {
    from: sql`cross join projects r on r.id = x.id`,
    changed: sql`r.updated_at`,
    visible: (actor) => visibleProject(actor, "r"),
  },
  person: {
    from: sql`cross join profiles r on r.id = x.id`,
    changed: sql`null`,
    visible: () => sql.raw(isPersonOrAgent("r")),
  },
  team: {
    from: sql`cross join teams r on r.id = x.id`,
    changed: sql`null`,
    visible: always,
  },
  view: {
    from: sql`cross join views v on v.id = x.id`,
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
export async function findCandidates(
  { db, actor }: ReadContext<Member>,
  kind: DocumentKind,
  documents: RawBuilder<unknown>,
  conditions: RawBuilder<unknown>[] = [],
): Promise<Candidate[]> {
  const { from, changed, visible } = sources[kind];
  const { columns, joins } = cards[kind];
  // Without an order of its own: the documents come in theirs, and no more are read than it takes
  const { rows } = await sql<{ candidates: Json<Values[]> }>`
    select json_group_array(json_array(kind, id, key, title, subtitle, status, changed, favorite))
      as candidates
    from (select ${columns}, ${changed} as changed, exists (select 1 from favorites f
        where f.profile_id = ${actor.profile.id} and f.kind = ${kind} and f.subject_id = x.id)
        as favorite
      from (${documents}) x ${from} ${joins}
      where ${sql.join([visible(actor), ...conditions], sql` and `)}
      limit ${sql.lit(MOST_CANDIDATES)})
    limit 1`.execute(db);
  return parseJson(rows[0]!.candidates).map(
    ([kind, id, key, title, subtitle, status, changed, favorite]) => (
      { kind, id, key, title, subtitle, status, changed, favorite }
    ),
  );
}

/** Documents that are known already, by their records' ids; for `findCandidates`. */
export function documentsNamed(ids: readonly string[]): RawBuilder<unknown> {
  return sql`select value as id from json_each(${JSON.stringify(ids)})`;
}
