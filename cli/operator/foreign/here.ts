import { sql } from "kysely";
import type { Db } from "../../../server/domain/core/operation.ts";
import { nameKey } from "../../../server/domain/core/name_key.ts";
import { isPersonOrAgent, isSuspended } from "../../../server/domain/visibility/people.ts";
import { sees } from "../../../server/domain/visibility/readers.ts";
import type { KeptRelation, TaskStatus } from "../../../server/domain/vocabulary.ts";

/** A person or agent in the workspace. */
export interface PersonHere {
  id: string;
  name: string;
  username: string;
  /** Null for an agent. */
  address: string | null;
  /** Whether they can be assigned to the team's tasks. */
  takesTasks: boolean;
}

/** The team that receives the tasks, with its next free number. */
export interface TeamHere {
  id: string;
  key: string;
  nextNumber: number;
}

/** The parts of the workspace that an import refers to. */
export interface Here {
  timeZone: string;
  team: TeamHere;
  /** The states of the team's workflow, in order. */
  states: { id: string; name: string; status: TaskStatus }[];
  people: PersonHere[];
  /** IDs by the keys of names. */
  labels: Map<string, string>;
  projects: Map<string, string>;
  /** IDs by their project's ID and the keys of their names. */
  milestones: Map<string, string>;
  /** IDs of imported tasks by their original keys, from earlier imports and from this one. */
  earlier: Map<string, string>;
  /** Facts about tasks of earlier imports, by ID. */
  before: Map<string, TaskBefore>;
  /** The relations between tasks of the workspace. */
  relations: { task_id: string; kind: KeptRelation; other_id: string }[];
}

/** A task of an earlier import. */
export interface TaskBefore {
  createdAt: string;
  archived: boolean;
  /** The keys of its imported comments. */
  comments: Set<string>;
}

export function milestoneKey(projectId: string, name: string): string {
  return `${projectId}\n${nameKey(name)}`;
}

/** Reads the workspace. */
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
      (${sees(teamId)} and not ${sql.raw(isSuspended("p"))}) as "takesTasks"
    from profiles p left join users u on u.id = p.user_id
    where p.workspace_id = ${workspaceId} and p.removed_at is null
      and ${sql.raw(isPersonOrAgent("p"))}`.execute(db);
  return rows.map((row) => ({ ...row, takesTasks: row.takesTasks === 1 }));
}
