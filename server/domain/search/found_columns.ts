import { type RawBuilder, sql } from "kysely";
import type { DocumentKind } from "../text/documents.ts";

/** The values that show a record in search results and suggestions. */
export interface FoundColumns {
  /** `kind`, `id`, `key`, `title`, `subtitle`, and `status` of the record `r`, or of a view `v`. */
  columns: RawBuilder<unknown>;
  /** The joins that the columns need besides the record. */
  joins: RawBuilder<unknown>;
}

const nothing = sql``;

/** The columns by kind of record. `FoundRecord` describes each column. */
export const foundColumns: Record<DocumentKind, FoundColumns> = {
  task: {
    columns: sql`iif(r.draft, 'draft', 'task') as kind, r.id, m.key || '-' || r.number as key,
      r.title, m.name as subtitle, r.status`,
    joins: sql`cross join teams m on m.id = r.team_id`,
  },
  project: {
    columns: sql`'project' as kind, r.id, r.key, r.name as title, r.summary as subtitle, r.status`,
    joins: nothing,
  },
  person: {
    columns: sql`iif(r.kind = 'human', 'person', 'agent') as kind, r.id, r.username as key,
      r.name as title, r.title as subtitle, iif(g.suspended_at is null, null, 'suspended') as status`,
    joins: sql`left join agents g on g.profile_id = r.id`,
  },
  team: {
    columns: sql`'team' as kind, r.id, r.key, r.name as title, r.description as subtitle,
      null as status`,
    joins: nothing,
  },
  view: {
    columns: sql`'view' as kind, v.id, v.key, v.name as title, v.description as subtitle,
      null as status`,
    joins: nothing,
  },
};
