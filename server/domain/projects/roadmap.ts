import { sql } from "kysely";
import { z } from "zod";
import { queryFlag } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { milestonesJson } from "../milestones/record.ts";
import { query } from "../core/operation.ts";
import { type ListOrder, type ListPage, readPage } from "../core/page.ts";
import { beginOf, beginsTooEarly } from "./begins_too_early.ts";
import { projectConditions } from "./filters/sql.ts";
import { isRoadmapViewer, requireRoadmapViewer } from "./permission.ts";
import { projectFields, projectJoins } from "./record.ts";
import { roadmapFilters, type RoadmapProject } from "./schema.ts";
import { requireResolved } from "./resolve_filters.ts";
import { visibleProject } from "../visibility/projects.ts";
import { isNotOver } from "../vocabulary.ts";

const day = z.iso.date("Use a date such as 2026-12-03.");

/** `GET …/roadmap`: its first and last day. */
const RoadmapInput = z.strictObject({
  from: day.optional().describe("Filter by target date on or after this day, such as 2026-12-03."),
  to: day.optional().describe("Filter by start date on or before this day, such as 2026-12-03."),
  undated: queryFlag.optional().describe(
    "Whether to list only open projects without dates, newest first.",
  ),
  ...roadmapFilters,
  ...pageFields,
});

const begin = beginOf("p");

const byBegin: ListOrder = { list: "roadmap", by: [begin, "p.id"] };
const newestFirst: ListOrder = { list: "roadmap undated", by: ["p.id"], descending: true };

/**
 * Lists the projects with a date, by start date or else by target date, with milestones and blockers. `from` and `to`
 * limit it to projects that overlap these days. A missing date counts as the other one. `undated` lists projects
 * without dates instead.
 * @throws Forbidden unless a roadmap viewer; Invalid with each filter whose record the actor can't see. `RULES.md`, Permissions
 */
export const readRoadmap = query({
  name: "projects.roadmap",
  scope: "projects.read",
  input: RoadmapInput,
  async run(
    context,
    { from, to, undated, limit, cursor, ...filters },
  ): Promise<ListPage<RoadmapProject>> {
    const { actor, services } = context;
    await requireRoadmapViewer(context);
    const selection = await requireResolved(context, filters);
    const seen = sql`o.archived_at is null and ${visibleProject(actor, "o")}`;
    const order = undated ? newestFirst : byBegin;
    const when = undated
      ? [
        sql`${sql.raw(begin)} is null`,
        sql.raw(isNotOver("p")),
      ]
      : [
        sql`${sql.raw(begin)} is not null`,
        ...(from ? [sql`coalesce(p.target_date, p.start_date) >= ${from}`] : []),
        ...(to ? [sql`${sql.raw(begin)} <= ${to}`] : []),
      ];
    return await readPage(context, order, { limit, cursor }, {
      json: sql`json_object(
        ${projectFields(actor, services.settings.origin)},
        'milestones', ${milestonesJson(actor)},
        'blockedBy', (select json_group_array(d.blocker_id) from project_dependencies d
          join projects o on o.id = d.blocker_id where d.project_id = p.id and ${seen}),
        'startsBefore', (select json_group_array(d.blocker_id) from project_dependencies d
          join projects o on o.id = d.blocker_id
          where d.project_id = p.id and ${seen} and ${beginsTooEarly("p")}),
        'blocks', (select json_group_array(d.project_id) from project_dependencies d
          join projects o on o.id = d.project_id where d.blocker_id = p.id and ${seen}))`,
      from: sql`projects p ${projectJoins}`,
      where: [...projectConditions(actor, selection), ...when],
    });
  },
});

/** Returns whether the actor can see the roadmap, so that pages link to it. */
export const seesRoadmap = query({
  name: "projects.seesRoadmap",
  scope: "projects.read",
  input: z.strictObject({}),
  run: (context): Promise<boolean> => isRoadmapViewer(context),
});
