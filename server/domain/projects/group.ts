import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { includeArchived } from "../core/fields.ts";
import { query } from "../core/operation.ts";
import { sorting } from "../core/page.ts";
import { priorityNameOf } from "../vocabulary.ts";
import { projectSource } from "./filters/sql.ts";
import { projectFields, projectJoins } from "./record.ts";
import { type Project, type ProjectGrouping, projectGroupings, ProjectListing } from "./schema.ts";
import { requireResolved } from "./resolve_filters.ts";

/** A list of projects in groups. */
const ProjectGroups = ProjectListing.extend({
  includeArchived,
  group: z.enum(projectGroupings).default("status").describe("Field that groups the list."),
  shown: z.int().min(1).max(10_000).default(50).describe(
    "Maximum number of projects in each group.",
  ),
});

/** Projects with a common value. */
export interface FoundProjectGroup {
  /** A status, a health, a priority, a lead's or label's ID, `none`, or `all`. */
  key: string;
  /** The number of its projects. */
  count: number;
  /** The first of its projects. */
  projects: Project[];
  /** The key of the next project, or null. */
  next: string | null;
}

/** A list of projects in groups. */
export interface GroupedProjects {
  /** The number of its projects, each counted once in any number of groups. */
  total: number;
  groups: FoundProjectGroup[];
}

/** The SQL of a project's group over `projects as p`, and for labels over its link `in_group`. */
const keys: Record<ProjectGrouping, string> = {
  status: "p.status",
  health: "ifnull(p.health, 'none')",
  priority: priorityNameOf("p.priority"),
  lead: "ifnull(p.lead_id, 'none')",
  label: "ifnull(in_group.label_id, 'none')",
  none: "'all'",
};

interface Row {
  key: string;
  count: number;
  project_key: string;
  json: string | null;
  total: number;
}

/**
 * Returns the first projects of each group, in the list's order. A few columns determine the groups, and only shown
 * projects are read completely.
 * @throws Invalid with each filter whose record the actor can't see
 */
export const groupProjects = query({
  name: "projects.group",
  scope: "projects.read",
  input: ProjectGroups,
  async run(context, input): Promise<GroupedProjects> {
    const { actor, db, services } = context;
    const { group, shown, sort, ...selection } = await requireResolved(context, input);
    const { from, where, order } = projectSource(actor, selection, sort);
    const links = group === "label"
      ? sql`left join project_label_links in_group on in_group.project_id = p.id`
      : sql``;
    const fields: RawBuilder<string> = projectFields(actor, services.settings.origin);
    const { rows } = await sql<Row>`
      with listed as materialized (
        select p.id as id, ${sql.raw(keys[group])} as grp,
          row_number() over (order by ${sorting(order)}) as place
        from ${from} ${links} where ${sql.join(where, sql` and `)}),
      placed as materialized (
        select id, grp, row_number() over (partition by grp order by place) as nth,
          count(*) over (partition by grp) as count
        from listed)
      select placed.grp as key, placed.count, p.key as project_key,
        case when placed.nth <= ${shown} then json_object(${fields}) end as json,
        (select count(distinct id) from listed) as total
      from placed cross join projects p on p.id = placed.id ${projectJoins}
      where placed.nth <= ${shown} + 1 order by placed.nth`.execute(db);
    const groups = [...Map.groupBy(rows, ({ key }) => key).values()].map((all) => ({
      key: all[0]!.key,
      count: all[0]!.count,
      projects: all.flatMap(({ json }) => json === null ? [] : [JSON.parse(json) as Project]),
      next: all.find(({ json }) => json === null)?.project_key ?? null,
    }));
    return { total: rows[0]?.total ?? 0, groups };
  },
});
