import { type RawBuilder, sql } from "kysely";
import type { Member } from "../actor.ts";
import type { Db } from "../operation.ts";
import { visibleProject } from "../projects/visible.ts";
import { visibleViews } from "../views/read.ts";
import type { FoundRecord } from "./schema.ts";

/** A kind of document. */
export type DocumentKind = "task" | "project" | "person" | "team" | "view";
export type Candidate = Omit<FoundRecord, "matched">;

/** An expression of FTS5, and which index it is for: three characters and more, or the beginnings of words. */
export interface Match {
  index: "search_index" | "search_index_words";
  expression: string;
}

interface Source {
  /** The columns of a candidate, over the record `r`. */
  columns: RawBuilder<unknown>;
  /** The record's tables, joined to the document `d`. */
  from: RawBuilder<unknown>;
  visible(actor: Member): RawBuilder<unknown>;
}

const always = () => sql`true`;

const sources: Record<DocumentKind, Source> = {
  task: {
    columns: sql`iif(r.draft, 'draft', 'task') as kind, r.id, m.key || '-' || r.number as key,
      r.title, m.name as subtitle, r.status`,
    from: sql`join tasks r on r.id = d.record_id join teams m on m.id = r.team_id`,
    visible: always,
  },
  project: {
    columns: sql`'project' as kind, r.id, r.key, r.name as title, r.summary as subtitle, r.status`,
    from: sql`join projects r on r.id = d.record_id`,
    visible: (actor) => visibleProject(actor, "r"),
  },
  person: {
    columns: sql`iif(r.kind = 'human', 'person', 'agent') as kind, r.id, r.username as key,
      r.name as title, r.title as subtitle, null as status`,
    from: sql`join profiles r on r.id = d.record_id`,
    // An automation's own profile is nobody whom one could look for
    visible: () =>
      sql`(r.kind = 'human' or exists (
        select 1 from agents g where g.profile_id = r.id and g.suspended_at is null))`,
  },
  team: {
    columns: sql`'team' as kind, r.id, r.key, r.name as title, r.description as subtitle,
      null as status`,
    from: sql`join teams r on r.id = d.record_id`,
    visible: always,
  },
  view: {
    columns: sql`'view' as kind, v.id, v.key, v.name as title, v.description as subtitle,
      null as status`,
    from: sql`join views v on v.id = d.record_id`,
    visible: visibleViews,
  },
};

/**
 * The newest records of a kind that match, of those that the actor may see: what is hidden takes nobody's place.
 * @param most how many
 */
export async function findCandidates(
  db: Db,
  actor: Member,
  kind: DocumentKind,
  { index, expression }: Match,
  most: number,
): Promise<Candidate[]> {
  const { columns, from, visible } = sources[kind];
  const hidden = actor.hiddenTeamIds.length > 0
    ? sql`and (d.team_id is null or d.team_id not in (${sql.join([...actor.hiddenTeamIds])}))`
    : sql``;
  // Tasks have the numbers from zero up, all else those below: migration 0009
  const half = kind === "task" ? sql`x.rowid >= 0` : sql`x.rowid < 0`;
  const { rows } = await sql<Candidate>`
    select ${columns} from ${
    sql.table(index)
  } x cross join search_documents d on d.seq = x.rowid ${from}
    where ${sql.raw(index)} match ${expression} and ${half} and d.kind = ${kind} and d.listed = 1
      and d.workspace_id = ${actor.workspace.id} ${hidden} and ${visible(actor)}
    order by x.rowid desc limit ${sql.lit(most)}`.execute(db);
  return rows;
}
