import { sql } from "kysely";
import { z } from "zod";
import { recordActivity } from "../activity/write.ts";
import type { Member } from "../core/actor.ts";
import { Conflict, invalidField } from "../core/errors.ts";
import { keys } from "../core/keys.ts";
import { operation, type ReadContext, type WriteContext } from "../core/operation.ts";
import { readProject, type VersionedProject } from "./find.ts";
import { locateProject, type StoredProject } from "./locate.ts";
import { requireProjectWriter, requireUnarchived } from "./permission.ts";
import { touchProject } from "./touch.ts";

const input = z.strictObject({
  projectId: keys.project.describe("Dependent project, by ID, key, or name."),
  otherId: keys.project.describe("Project that blocks the dependent one, by ID, key, or name."),
});

/**
 * Adds a dependency: the other project blocks this one. Repeating this changes nothing.
 * @throws NotFound for either; Forbidden unless a writer of the blocked project; Conflict if one of them is archived,
 * or if the dependency would create a circle; Invalid if both are the same project
 */
export const addDependency = operation({
  name: "projects.addDependency",
  scope: "projects.write",
  input,
  async run(context, input): Promise<VersionedProject> {
    const { tx, now } = context;
    const [project, other] = await both(context, input);
    requireUnarchived(other);
    if (!await exists(context, project, other)) {
      await requireNoCycle(context, project, other);
      await tx.insertInto("project_dependencies").values({
        project_id: project.id,
        blocker_id: other.id,
        created_at: now.toISOString(),
      }).execute();
      await recordDependency(context, "project.dependency_added", project, other);
    }
    return await readProject(context, project.id);
  },
});

/**
 * Removes a dependency. Without one, nothing changes.
 * @throws NotFound for either; Forbidden unless a writer of the blocked project; Conflict if it is archived; Invalid if
 * both are the same project
 */
export const removeDependency = operation({
  name: "projects.removeDependency",
  scope: "projects.write",
  input,
  async run(context, input): Promise<VersionedProject> {
    const [project, other] = await both(context, input);
    if (await exists(context, project, other)) {
      await context.tx.deleteFrom("project_dependencies")
        .where("project_id", "=", project.id).where("blocker_id", "=", other.id).execute();
      await recordDependency(context, "project.dependency_removed", project, other);
    }
    return await readProject(context, project.id);
  },
});

async function both(
  context: WriteContext<Member>,
  { projectId, otherId }: z.output<typeof input>,
): Promise<[StoredProject, StoredProject]> {
  const project = await locateProject(context, projectId);
  const other = await locateProject(context, otherId);
  requireProjectWriter(context.actor, project);
  requireUnarchived(project);
  if (project.id === other.id) {
    throw invalidField("otherId", "Choose another project. A project can't depend on itself.", {
      code: "self_relation",
    });
  }
  return [project, other];
}

async function exists(
  { db }: ReadContext,
  project: StoredProject,
  blocker: StoredProject,
): Promise<boolean> {
  const found = await db.selectFrom("project_dependencies").select("blocker_id")
    .where("project_id", "=", project.id).where("blocker_id", "=", blocker.id).executeTakeFirst();
  return found !== undefined;
}

/** @throws Conflict if the blocker waits for the project, directly or through others */
async function requireNoCycle(
  { db }: ReadContext,
  project: StoredProject,
  blocker: StoredProject,
): Promise<void> {
  const { rows } = await sql`
    with recursive waits_for (id) as (
      select ${blocker.id} union
      select d.blocker_id from project_dependencies d join waits_for on d.project_id = waits_for.id)
    select 1 from waits_for where id = ${project.id}`.execute(db);
  if (rows.length === 0) return;
  throw new Conflict(
    `${blocker.key} already depends on ${project.key}, so neither could start.`,
    { code: "dependency_cycle", hint: "Remove the reverse dependency first." },
  );
}

/** Records the change in the activity of both projects. */
async function recordDependency(
  context: WriteContext<Member>,
  kind: "project.dependency_added" | "project.dependency_removed",
  project: StoredProject,
  blocker: StoredProject,
): Promise<void> {
  const named = ({ id, key, name }: StoredProject) => ({ id, key, name });
  const sides = [[project, { to: named(blocker) }], [blocker, { from: named(project) }]] as const;
  for (const [{ id }, data] of sides) {
    await touchProject(context, id);
    await recordActivity(context, id, { kind, data });
  }
}
