import { sql } from "kysely";
import { z } from "zod";
import type { Member } from "../core/actor.ts";
import { query, type ReadContext } from "../core/operation.ts";
import { visibleProject } from "../visibility/projects.ts";
import { type TaskFilters, taskFilters } from "./filters/schema.ts";
import { firstIds } from "./read_list.ts";
import { requireResolved } from "./resolve_filters.ts";
import { priorities } from "../vocabulary.ts";

/** The number of newest tasks that are counted, so that typing costs the same in any list. */
const LOOKED_AT = 2_000;

/** The counted values, with the filters that use them. */
const counted = {
  status: ["status", "notStatus"],
  priority: ["priority", "notPriority"],
  assigneeId: ["assigneeId", "notAssigneeId"],
  projectId: ["projectId", "notProjectId"],
  milestoneId: ["milestoneId", "notMilestoneId"],
  label: ["label", "notLabel", "allLabels"],
  teamId: ["teamId", "notTeamId"],
  creatorId: ["creatorId", "notCreatorId"],
} as const satisfies Record<string, readonly (keyof TaskFilters)[]>;
export type CountedField = keyof typeof counted;
const fields = Object.keys(counted) as CountedField[];

/** The number of tasks for each value, by its ID or word, with `none` for tasks without one. */
export interface CountedValues {
  counts: Readonly<Record<string, number>>;
  /** Whether the counts are complete; otherwise, they are minimums. */
  whole: boolean;
}

/**
 * Counts a list's tasks for each value of its filters: the tasks that would remain if that value replaced the filter's
 * current ones. In a long list, counts only the newest tasks.
 * @throws Invalid with each filter whose record the actor can't see
 */
export const countValues = query({
  name: "tasks.countValues",
  scope: "tasks.read",
  input: z.strictObject(taskFilters),
  async run(context, given): Promise<Record<CountedField, CountedValues>> {
    const filters = await requireResolved(context, given);
    const narrowing = (field: CountedField) => counted[field].some((name) => filters[name]);
    const together = fields.filter((field) => !narrowing(field));
    const alone = fields.filter(narrowing);
    const found: [CountedField, CountedValues][] = [];
    if (together.length > 0) found.push(...await countOf(context, filters, together));
    for (const field of alone) {
      const others = { ...filters, ...Object.fromEntries(counted[field].map((name) => [name])) };
      found.push(...await countOf(context, others, [field]));
    }
    return Object.fromEntries(found) as Record<CountedField, CountedValues>;
  },
});

interface Counted {
  field: CountedField | "all";
  value: string | number | null;
  n: number;
}

async function countOf(
  context: ReadContext<Member>,
  filters: TaskFilters,
  asked: readonly CountedField[],
): Promise<[CountedField, CountedValues][]> {
  const { rows } = await sql<Counted>`
    with looked as materialized (
      select t.id, t.status, t.priority, t.assignee_id, seen.id as project_id,
        iif(seen.id is null, null, t.milestone_id) as milestone_id, t.team_id, t.creator_id
      from ${firstIds(context, filters, LOOKED_AT)} first cross join tasks t on t.id = first.key_0
        left join projects seen
          on seen.id = t.project_id and ${visibleProject(context.actor, "seen")})
    select 'all' as field, null as value, count(*) as n from looked
    union all ${sql.join(asked.map((field) => groups[field]), sql` union all `)}`.execute(
    context.db,
  );
  const whole = rows.some(({ field, n }) => field === "all" && n < LOOKED_AT);
  return asked.map((field) => {
    const own = rows.filter((row) => row.field === field && row.n > 0);
    const counts = Object.fromEntries(own.map(({ value, n }) => [wordOf(field, value), n]));
    return [field, { counts, whole }];
  });
}

function wordOf(field: CountedField, value: string | number | null): string {
  return field === "priority" ? priorities[Number(value)]! : String(value ?? "none");
}

const by = (field: CountedField, column: string) =>
  sql.raw(`select '${field}', ${column}, count(*) from looked group by ${column}`);

const groups = {
  status: by("status", "status"),
  priority: by("priority", "priority"),
  assigneeId: by("assigneeId", "assignee_id"),
  projectId: by("projectId", "project_id"),
  milestoneId: by("milestoneId", "milestone_id"),
  teamId: by("teamId", "team_id"),
  creatorId: by("creatorId", "creator_id"),
  label: sql.raw(`select 'label', k.label_id, count(*)
    from looked cross join task_label_links k on k.task_id = looked.id group by k.label_id
    union all select 'label', 'none', count(*) from looked
    where not exists (select 1 from task_label_links k where k.task_id = looked.id)`),
};
