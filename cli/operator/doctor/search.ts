import { sql } from "kysely";
import type { Database } from "../../../server/database/open.ts";
import { rebuildSearch } from "../../../server/domain/search/rebuild.ts";
import { answer, type Question } from "./ask.ts";
import { ok, type Repairable } from "./finding.ts";

const records = sql`
  select id, team_id, archived_at is null as listed from tasks
  union all select id, null, removed_at is null from profiles
  union all select id, id, archived_at is null from teams
  union all select id, null, archived_at is null from projects
  union all select id, team_id, archived_at is null from views`;

const indexed = (index: string) => sql`select id from ${sql.table(`${index}_docsize`)}`;
const documents = sql`select seq from search_documents`;

/** Queries for faults of the search index. */
const questions = [
  {
    wrong: sql<{ id: string }>`select id from (${records}) r where not exists (
      select 1 from search_documents d where d.record_id = r.id)`,
    one: "record is missing from the index",
    many: "records are missing from the index",
  },
  {
    wrong: sql<{ id: string }>`select record_id as id from search_documents
      where record_id not in (select id from (${records}))`,
    one: "entry has no record",
    many: "entries have no record",
  },
  {
    wrong: sql<{ id: string }>`select d.record_id as id from search_documents d
      join tasks t on t.id = d.record_id where d.seq <> t.seq`,
    one: "entry has a different number than its task",
    many: "entries have different numbers than their tasks",
  },
  {
    wrong: sql<{ id: string }>`select d.record_id as id from search_documents d
      join (${records}) r on r.id = d.record_id
      where d.listed <> r.listed or d.team_id is not r.team_id`,
    one: "entry has the wrong visibility",
    many: "entries have the wrong visibility",
  },
  ...["search_index", "search_index_words"].flatMap((index) => [
    {
      wrong: sql<{ id: string }>`select record_id as id from search_documents
        where seq not in (${indexed(index)})`,
      one: "entry has no indexed text",
      many: "entries have no indexed text",
    },
    {
      wrong: sql<{ id: string }>`select id from (${indexed(index)}) where id not in (${documents})`,
      one: "text belongs to no entry",
      many: "texts belong to no entry",
    },
  ]),
] satisfies Partial<Question>[];

/** Checks the search index, and reports only the first kind of fault. */
export async function examineSearch(database: Database): Promise<Repairable> {
  const common = {
    check: "Search index",
    state: "problem",
    right: "Every record is indexed exactly once.",
    next: 'Run "backlog doctor --fix" to rebuild the index.',
  } as const;
  for (const question of questions) {
    const finding = await answer(database, { ...common, ...question });
    if (finding.state !== "ok") return { ...finding, repair: () => rebuildSearch(database) };
  }
  return ok(common.check, common.right);
}
