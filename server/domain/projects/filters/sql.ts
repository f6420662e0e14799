import { type RawBuilder, sql } from "kysely";
import type { Member } from "../../core/actor.ts";
import type { ListOrder } from "../../core/page.ts";
import { smallKindMatches } from "../../text/match.ts";
import { priorities } from "../../vocabulary.ts";
import { isByTimeMade, projectOrders } from "../order.ts";
import { projectJoins } from "../record.ts";
import type { ProjectFilters, ProjectSort } from "../schema.ts";
import { visibleProject } from "../../visibility/projects.ts";

type Condition = RawBuilder<unknown>;

/** A list's filters, with IDs for all records. */
export type ProjectSelection = ProjectFilters & { includeArchived?: boolean | undefined };

/** The links of a project in filters. Each has an index by linked record, then by project. */
const links = {
  memberId: { table: "project_members", column: "profile_id" },
  teamId: { table: "project_teams", column: "team_id" },
  label: { table: "project_label_links", column: "label_id" },
} as const;
type Link = keyof typeof links;
const linkNames = Object.keys(links) as Link[];

/** The filter whose index is used. */
type Driver = Link | "leadId" | "status" | "workspace";

/** Returns the source of filtered projects `p`, in the order of an index. */
export function projectSource(
  actor: Member,
  selection: ProjectSelection,
  sort: ProjectSort,
): { from: Condition; where: Condition[]; order: ListOrder } {
  const driver = drivingFilter(selection, sort);
  const order = projectOrders[sort];
  const where = projectConditions(actor, selection, driver);
  if (!isLink(driver)) return { from: sql`projects p ${projectJoins}`, where, order };
  const { table, column } = links[driver];
  return {
    from: sql`${sql.table(table)} chosen
      cross join projects p on p.id = chosen.project_id ${projectJoins}`,
    where: [
      sql`${sql.ref(`chosen.${column}`)} = ${linkedId(actor, driver, selection)}`,
      ...where,
    ],
    order: { ...order, by: ["chosen.project_id"] },
  };
}

/**
 * Returns the conditions for an actor's filtered projects. As for tasks, the most selective filter's index is used, and
 * a unary plus keeps SQLite from using the others.
 * @param driver the filter whose index is used; with `workspace`, the list's order decides
 */
export function projectConditions(
  actor: Member,
  selection: ProjectSelection,
  driver: Driver = "workspace",
): Condition[] {
  const { status, leadId, health, priority, updatedSince, q } = selection;
  const column = (name: string, drivers: Driver[]) =>
    sql.raw(drivers.includes(driver) ? `p.${name}` : `+p.${name}`);
  const all = [
    ...shelfOf(selection),
    sql`${column("workspace_id", ["workspace", "status"])} = ${actor.workspace.id}`,
    visibleProject(actor, "p"),
  ];
  if (status) {
    all.push(
      driver === "status" ? sql`p.status = ${status[0]}` : sql`+p.status in (${sql.join(status)})`,
    );
  }
  if (leadId === "none") all.push(sql`p.lead_id is null`);
  else if (leadId) all.push(sql`${column("lead_id", ["leadId"])} = ${audienceOf(actor, leadId)}`);
  for (const name of linkNames) {
    if (selection[name] !== undefined && name !== driver) {
      all.push(isLinked(actor, name, selection));
    }
  }
  if (health) {
    all.push(sql`coalesce(p.health, 'none') in (${sql.join(health)})`);
  }
  if (priority) {
    all.push(sql`+p.priority in (${sql.join(priority.map((word) => priorities.indexOf(word)))})`);
  }
  if (updatedSince) all.push(sql`+p.updated_at >= ${new Date(updatedSince).toISOString()}`);
  if (q) {
    all.push(
      sql`p.id in (${
        smallKindMatches(actor, "project", q, selection.archived ? "archived" : "listed")
      })`,
    );
  }
  return all;
}

/** Returns the condition for archived projects, if it matters. */
function shelfOf({ archived, includeArchived }: ProjectSelection): Condition[] {
  if (archived) return [sql`p.archived_at is not null`];
  return includeArchived ? [] : [sql`p.archived_at is null`];
}

/** Returns the driving filter. Archived projects are only in the indexes of the workspace and of links. */
function drivingFilter(selection: ProjectSelection, sort: ProjectSort): Driver {
  if (!isByTimeMade(sort)) return "workspace";
  const { leadId, status } = selection;
  const includeArchived = selection.archived || selection.includeArchived;
  if (leadId && leadId !== "none" && !includeArchived) return "leadId";
  const link = linkNames.find((name) => selection[name] !== undefined);
  if (link) return link;
  return status?.length === 1 && !includeArchived ? "status" : "workspace";
}

function isLink(driver: Driver): driver is Link {
  return driver in links;
}

function isLinked(actor: Member, name: Link, selection: ProjectSelection): Condition {
  const { table, column } = links[name];
  return sql`exists (select 1 from ${sql.table(table)} k
    where k.project_id = p.id and ${sql.ref(`k.${column}`)} = ${linkedId(actor, name, selection)})`;
}

function linkedId(actor: Member, name: Link, selection: ProjectSelection): string | undefined {
  return name === "memberId" ? audienceOf(actor, selection.memberId!) : selection[name];
}

function audienceOf(actor: Member, profileId: string): string {
  return profileId === "me" ? actor.profile.id : profileId;
}
