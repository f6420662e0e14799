import { sql } from "kysely";
import type { Db } from "../../../server/domain/core/operation.ts";
import { nameKey } from "../../../server/domain/core/name_key.ts";
import { isPersonOrAgent, isSuspended } from "../../../server/domain/visibility/people.ts";
import { sees } from "../../../server/domain/visibility/readers.ts";
import type { KeptRelation, TaskStatus } from "../../../server/domain/vocabulary.ts";

/** Somebody who is in the workspace. */
export interface PersonHere {
  id: string;
  name: string;
  username: string;
  /** Null for an agent. */
  address: string | null;
  /** Whether a task of the team can be given to them. */
  takesTasks: boolean;
}

/** The team that tasks come into, and the first number that it never gave. */
export interface TeamHere {
  id: string;
  key: string;
  nextNumber: number;
}

/** What of a workspace is there already for tasks that come in. */
export interface Here {
  timeZone: string;
  team: TeamHere;
  /** Of the team's workflow, in their order. */
  states: { id: string; name: string; status: TaskStatus }[];
  people: PersonHere[];
  /** Ids by the keys of names. */
  labels: Map<string, string>;
  projects: Map<string, string>;
  /** Ids by their project's id and the keys of their names. */
  milestones: Map<string, string>;
  /** Tasks that an earlier import brought, by what they are called there; those that are made join them. */
  earlier: Map<string, string>;
  /** What is known of those that were here before, by their ids. */
  before: Map<string, TaskBefore>;
  /** How tasks of the workspace stand to each other. */
  relations: { task_id: string; kind: KeptRelation; other_id: string }[];
}

/** A task that an earlier import brought. */
export interface TaskBefore {
  createdAt: string;
  archived: boolean;
  /** Which of its comments came in. */
  comments: Set<string>;
}

export function milestoneKey(projectId: string, name: string): string {
  return `${projectId}\n${nameKey(name)}`;
}

/** Reads what is there. */
export async function readHere(
  db: Db,
  { workspace, team, source }: {
    workspace: { id: string; timeZone: string };
    team: TeamHere;
    source: string;
  },
): Promise<Here> {
  const { id } = workspace;
  const live = (table: "task_labels" | "projects") =>
    db.selectFrom(table).select(["id", "name"]).where("workspace_id", "=", id)
      .where("archived_at", "is", null).orderBy("id", "desc").execute();
  const { rows: states } = await sql<Here["states"][number]>`
    select s.id, s.name, s.status from workflow_states s
    where s.workflow_id = (select workflow_id from teams where id = ${team.id})
      and s.removed_at is null order by s.position`.execute(db);
  const milestones = await db.selectFrom("milestones as m")
    .innerJoin("projects as p", "p.id", "m.project_id").select(["m.id", "m.name", "m.project_id"])
    .where("p.workspace_id", "=", id).where("m.archived_at", "is", null).execute();
  const earlier = await db.selectFrom("imported_tasks as i").innerJoin(
    "tasks as t",
    "t.id",
    "i.task_id",
  )
    .select([
      "i.foreign_key",
      "i.task_id",
      "t.created_at",
      "t.archived_at",
    ])
    .where("i.workspace_id", "=", id).where("i.source", "=", source).execute();
  const comments = await db.selectFrom("imported_comments as c")
    .innerJoin("imported_tasks as i", "i.task_id", "c.task_id")
    .select(["c.task_id", "c.foreign_key"])
    .where("i.workspace_id", "=", id).where("i.source", "=", source).execute();
  const commentsOf = Map.groupBy(comments, (one) => one.task_id);
  const relations = await db.selectFrom("task_relations as r").innerJoin(
    "tasks as t",
    "t.id",
    "r.task_id",
  )
    .select(["r.task_id", "r.kind", "r.other_id"]).where("t.workspace_id", "=", id).execute();
  const byName = (rows: { id: string; name: string }[]) =>
    new Map(rows.map((one) => [nameKey(one.name), one.id]));
  return {
    timeZone: workspace.timeZone,
    team,
    states,
    people: await peopleOf(db, id, team.id),
    labels: byName(await live("task_labels")),
    projects: byName(await live("projects")),
    milestones: new Map(
      milestones.map((one) => [milestoneKey(one.project_id, one.name), one.id]),
    ),
    earlier: new Map(earlier.map((one) => [one.foreign_key, one.task_id])),
    before: new Map(earlier.map((one) => [one.task_id, {
      createdAt: one.created_at,
      archived: one.archived_at !== null,
      comments: new Set(commentsOf.get(one.task_id)?.map((said) => said.foreign_key)),
    }])),
    relations,
  };
}

async function peopleOf(db: Db, workspaceId: string, teamId: string): Promise<PersonHere[]> {
  const { rows } = await sql<Omit<PersonHere, "takesTasks"> & { takesTasks: 0 | 1 }>`
    select p.id, p.name, p.username, u.email as address,
      (${sees(teamId)} and not ${sql.raw(isSuspended)}) as "takesTasks"
    from profiles p left join users u on u.id = p.user_id
    where p.workspace_id = ${workspaceId} and p.removed_at is null
      and ${sql.raw(isPersonOrAgent("p"))}`.execute(db);
  return rows.map((row) => ({ ...row, takesTasks: row.takesTasks === 1 }));
}
