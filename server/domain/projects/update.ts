import { z } from "zod";
import { recordActivity } from "../activity/record.ts";
import type { Member } from "../actor.ts";
import { invalidField, NotFound } from "../errors.ts";
import { requireVersion } from "../found.ts";
import { keys } from "../keys.ts";
import { type Db, operation } from "../operation.ts";
import type { PlannedChange } from "../tasks/changes.ts";
import { reviseWorkspace } from "../workspaces/revision.ts";
import { planProjectChanges } from "./changes.ts";
import { type FoundProject, readProject } from "./find.ts";
import { listedProject } from "./listed.ts";
import { locateProject, type StoredProject } from "./locate.ts";
import { tellOfProject } from "./news.ts";
import { involvedIn, tellPeopleOfProject } from "./people.ts";
import { requireLive, requireProjectWriter } from "./permission.ts";
import { ProjectPatch } from "./schema.ts";

/**
 * Changes a project: only the fields that are named, each with an activity row of its own. A new key leaves the
 * old one working. `status` overrides what its tasks say; `status: null` lets it follow them again: no task,
 * backlog; all cancelled, cancelled; all done and at least one completed, completed; any begun, active; any
 * planned, planned; otherwise backlog (migration 0002). Lists replace what the actor can see of them: a private
 * team or a former member that isn't shown to them stays.
 * @param version what the client last saw; when somebody has changed the project since, nothing is changed
 * @throws NotFound; Forbidden unless a project writer; Conflict when archived, or for a key that is taken; Stale;
 *   Invalid for what doesn't exist, or teams that would hide the project from the actor
 */
export const updateProject = operation({
  name: "projects.update",
  scope: "projects.write",
  input: z.strictObject({
    projectId: keys.project,
    version: z.int().optional(),
    patch: ProjectPatch,
  }),
  async run({ tx, actor, now, services }, { projectId, version, patch }): Promise<FoundProject> {
    const project = await locateProject(tx, actor, projectId);
    requireProjectWriter(actor, project);
    requireVersion("project", project.version, version);
    requireLive(project);
    const changes = await planProjectChanges(tx, actor, project, patch);
    if (changes.length > 0) {
      const before = await listedProject(tx, project.id);
      const involved = await involvedIn(tx, project.id);
      await apply(tx, actor, now, project, changes);
      await tellPeopleOfProject(tx, actor, now, project.id, involved);
      await tellOfProject(tx, actor, now, before, project.id);
    }
    return await readProject(tx, actor, services.settings.origin, project.id).catch(explainHiding);
  },
});

/** The one way in which a patch can take its project out of one's own sight. */
function explainHiding(error: unknown): never {
  if (!(error instanceof NotFound)) throw error;
  throw invalidField("teamIds", "Keep a team that you can see: all others of it are private.", {
    code: "project_would_be_hidden",
  });
}

async function apply(
  tx: Db,
  actor: Member,
  now: Date,
  project: StoredProject,
  changes: PlannedChange[],
): Promise<void> {
  const columns: Partial<StoredProject> = Object.assign({}, ...changes.map((one) => one.columns));
  await tx.updateTable("projects")
    .set((e) => ({ ...columns, version: e("version", "+", 1), updated_at: now.toISOString() }))
    .where("id", "=", project.id).execute();
  for (const change of changes) {
    await change.also?.();
    await recordActivity(tx, actor, now, {
      subject: { kind: "project", id: project.id },
      kind: change.kind,
      data: change.data,
    });
  }
  const changed = (...names: (keyof StoredProject)[]) => names.some((name) => name in columns);
  // Tasks, and other projects, show a project's name and key.
  if (changed("key", "name")) await reviseWorkspace(tx, actor.workspace.id);
}
