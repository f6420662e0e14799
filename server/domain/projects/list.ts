import { type RawBuilder, sql } from "kysely";
import type { Member } from "../actor.ts";
import { nameKey } from "../name_key.ts";
import { type Db, query } from "../operation.ts";
import { type ListOrder, type Page, readPage } from "../page.ts";
import { projectJoins, projectMembers } from "./record.ts";
import { type Project, ProjectList } from "./schema.ts";
import { unhidden, visibleProject } from "./visible.ts";

const newestFirst: ListOrder = { list: "projects", by: ["p.id"], descending: true };

/** Projects that the actor may see, newest first; archived ones only when asked for. */
export const listProjects = query({
  name: "projects.list",
  scope: "projects.read",
  input: ProjectList,
  run: ({ db, actor, services }, input) =>
    readProjectPage(db, actor, services.settings.origin, input),
});

/** One page of a list, its filters checked already. */
export function readProjectPage(
  db: Db,
  actor: Member,
  origin: string,
  { limit, cursor, ...filters }: ProjectList,
): Promise<Page<Project>> {
  return readPage(db, newestFirst, { limit, cursor }, {
    json: sql`json_object(${projectMembers(actor, origin)})`,
    from: sql`projects p ${projectJoins}`,
    where: projectConditions(actor, filters),
  });
}

/**
 * As for tasks, the most selective filter's index is walked, and a unary plus keeps the others from it. With archived
 * projects the workspace's is walked, which alone has them.
 */
function projectConditions(
  actor: Member,
  { status, leadId, teamId, label, includeArchived }: Omit<ProjectList, "limit" | "cursor">,
): RawBuilder<unknown>[] {
  const only = status?.length === 1 && !leadId && !includeArchived;
  const byLead = leadId && !includeArchived;
  const all = [
    ...(includeArchived ? [] : [sql`p.archived_at is null`]),
    sql`${sql.raw(byLead ? "+p.workspace_id" : "p.workspace_id")} = ${actor.workspace.id}`,
    visibleProject(actor, "p"),
  ];
  if (status) {
    all.push(only ? sql`p.status = ${status[0]}` : sql`+p.status in (${sql.join(status)})`);
  }
  if (leadId) {
    all.push(
      sql`${sql.raw(byLead ? "p.lead_id" : "+p.lead_id")} = ${
        leadId === "me" ? actor.profile.id : leadId
      }`,
    );
  }
  if (teamId) all.push(ofTeam(actor, teamId));
  if (label) all.push(labelled(actor, label));
  return all;
}

function ofTeam(actor: Member, idOrKey: string): RawBuilder<unknown> {
  const team = idOrKey.startsWith("team_")
    ? sql`${idOrKey}`
    : sql`(select id from teams where workspace_id = ${actor.workspace.id}
        and key = ${idOrKey.toUpperCase()})`;
  return sql`exists (select 1 from project_teams k
    where k.project_id = p.id and k.team_id = ${team} ${unhidden(actor, "k")})`;
}

function labelled(actor: Member, label: string): RawBuilder<unknown> {
  return sql`exists (
    select 1 from project_label_links k join project_labels l on l.id = k.label_id
    where k.project_id = p.id and l.workspace_id = ${actor.workspace.id}
      and (l.id = ${label} or l.name_key = ${nameKey(label)}))`;
}
