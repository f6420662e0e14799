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
 * Projects that the actor may see, newest first unless sorted otherwise; archived ones only when asked for, and not by
 * their words. By target date, those without one come last.
 * @throws Invalid naming each filter whose record isn't here
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

/** One page of a list, its filters resolved. */
export async function readProjectPage(
  context: ReadContext<Member>,
  { limit, cursor, sort, ...selection }: ProjectList,
): Promise<ListPage<Project>> {
  const { actor } = context;
  const { from, where, order } = projectSource(actor, selection, sort);
  const json = sql`json_object(${projectFields(actor, context.services.settings.origin)})`;
  return await readPage(context, order, { limit, cursor }, { json, from, where });
}

/** Some projects as a list gives them, in the order of their ids here. @param ids of projects that the actor may see */
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
