import { type RawBuilder, sql } from "kysely";
import type { Member } from "../core/actor.ts";
import { visibleProject } from "../visibility/projects.ts";
import { andUnhidden } from "../visibility/teams.ts";
import { currentStateId } from "../workflows/successors.ts";
import { priorityNameOf } from "../vocabulary.ts";
import { profileJson } from "../refs/json.ts";
import { jsonFieldsText, type PlainField } from "./plain_fields.ts";
import { Task } from "./schema.ts";

/** Returns the members of a task's JSON object, for a query over `tasks as t` with `taskJoinsFor`. */
export function taskJsonFields(origin: string): RawBuilder<string> {
  return sql.raw(members.replace(ORIGIN, () => origin.replaceAll("'", "''")));
}

/** A placeholder for the server's public address in the long SQL, which is written out once. */
const ORIGIN = "{origin}";

/** The SQL of a task's fields, except those that its row stores unchanged. */
const writtenOut: Record<Exclude<keyof Task, PlainField>, string> = {
  id: "t.id",
  reference: "team.key || '-' || t.number",
  number: "t.number",
  status: "t.status",
  state: "json_object('id', state.id, 'name', state.name, 'status', state.status)",
  priority: priorityNameOf("t.priority"),
  teamId: "t.team_id",
  projectId: "project.id",
  project: orNull(
    "project",
    "json_object('id', project.id, 'key', project.key, 'name', project.name)",
  ),
  milestoneId: "milestone.id",
  milestone: orNull("milestone", "json_object('id', milestone.id, 'name', milestone.name)"),
  parentId: "parent.id",
  assigneeId: "t.assignee_id",
  assignee: orNull("assignee", profileJson("assignee")),
  creatorId: "t.creator_id",
  deadlineAt: "t.deadline_at",
  tags: labelsText("l.name"),
  labels: labelsText("json_object('id', l.id, 'name', l.name, 'color', l.color)"),
  draft: "json(iif(t.draft, 'true', 'false'))",
  version: "t.version",
  createdAt: "t.created_at",
  updatedAt: "t.updated_at",
  completedAt: "t.completed_at",
  archivedAt: "t.archived_at",
  url: `'${ORIGIN}/workspace/tasks/' || t.id`,
};
const members = jsonFieldsText(Object.keys(Task.shape), writtenOut, "t");

function orNull(joined: string, json: string): string {
  return `case when ${joined}.id is null then null else ${json} end`;
}

function labelsText(member: string): string {
  return `(select json_group_array(${member} order by l.name collate nocase)
    from task_label_links k join task_labels l on l.id = k.label_id where k.task_id = t.id)`;
}

/**
 * Returns the joins that `taskJsonFields` reads from. A project or parent that is hidden from the actor is left out.
 */
export function taskJoinsFor(actor: Member): RawBuilder<unknown> {
  if (actor.hiddenTeamIds.length === 0) return everyJoin;
  return sql`${joins} ${parentJoin} ${andUnhidden(actor, "parent.team_id")}
    ${projectJoin} and ${visibleProject(actor, "project")} ${milestoneJoin}`;
}

const joins = sql.raw(`
  join teams team on team.id = t.team_id
  join workflow_states state on state.id = ${currentStateId}
  left join profiles assignee on assignee.id = t.assignee_id`);
const parentJoin = sql.raw("left join tasks parent on parent.id = t.parent_id");
const projectJoin = sql.raw("left join projects project on project.id = t.project_id");
const milestoneJoin = sql.raw(`
  left join milestones milestone on milestone.id = t.milestone_id and project.id is not null`);
const everyJoin = sql`${joins} ${parentJoin} ${projectJoin} ${milestoneJoin}`;
