import { sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { type ListPage, readPage } from "../core/page.ts";
import type { Json } from "../core/json.ts";
import { projectSource } from "./filters/sql.ts";
import { projectFields, projectJoins } from "./record.ts";
import { type Project, ProjectList } from "./schema.ts";
import { requireResolved } from "./resolve_filters.ts";

/**
 * Lists the projects that the actor can see, newest first by default. Archived ones are listed only on request. Sorted
 * by target date, projects without one come last.
 * @throws Invalid with each filter whose record the actor can't see
 */
export const listProjects = query({
  name: "projects.list",
  scope: "projects.read",
  input: ProjectList,
  async run(context, input): Promise<ListPage<Project>> {
    const list = await requireResolved(context, input);
    return await readProjectPage(context, list);
  },
});

/** Reads one page of a list, with resolved filters. */
export async function readProjectPage(
  context: ReadContext<Member>,
  { limit, cursor, sort, ...selection }: ProjectList,
): Promise<ListPage<Project>> {
  const { actor } = context;
  const { from, where, order } = projectSource(actor, selection, sort);
  const json = sql`json_object(${projectFields(actor, context.services.settings.origin)})`;
  return await readPage(context, order, { limit, cursor }, { json, from, where });
}

/** Reads projects as in lists, in the order of the given IDs. @param ids the IDs of visible projects */
export async function readListedProjects(
  { db, actor, services }: ReadContext<Member>,
  ids: readonly string[],
): Promise<Json<Project[]>> {
  const { rows } = await sql<{ id: string; json: string }>`
    select p.id, json_object(${projectFields(actor, services.settings.origin)}) as json
    from projects p ${projectJoins} where p.id in (${sql.join(ids)})`.execute(db);
  const found = new Map(rows.map(({ id, json }) => [id, json]));
  return `[${ids.flatMap((id) => found.get(id) ?? []).join(",")}]` as Json<Project[]>;
}
