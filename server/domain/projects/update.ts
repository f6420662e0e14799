import { z } from "zod";
import { changeRecord, type ChangeRules } from "../change/change_record.ts";
import { keys } from "../core/keys.ts";
import { operation } from "../core/operation.ts";
import { seenVersion } from "../core/versioned.ts";
import { reviseWorkspace } from "../change/revise.ts";
import { projectPlanners } from "./planners.ts";
import { requireStartBeforeTarget } from "./date_order.ts";
import { readProject, type VersionedProject } from "./find.ts";
import { listedProject } from "./filters/snapshot.ts";
import { locateProject, type StoredProject } from "./locate.ts";
import { notifySubscribersOfProject } from "./notify_view_subscribers.ts";
import { involvedIn, notifyPeopleOfProject } from "./notify.ts";
import { requireProjectWriter, requireUnarchived } from "./permission.ts";
import { archiveReminder } from "../side_effects/archive_subject.ts";
import { OneProjectPatch, type ProjectPatch } from "./schema.ts";

/** How a project is changed, whichever operation does it. */
export const projectRules: ChangeRules<"projects", string, StoredProject, ProjectPatch> = {
  name: "project",
  table: "projects",
  dated: true,
  locate: locateProject,
  allow: ({ actor }, project) => requireProjectWriter(actor, project),
  requireUnarchived: (_, project) => requireUnarchived(project),
  planners: projectPlanners,
  requireFit: (_, before, after) => {
    const moved = after.start_date !== before.start_date ||
      after.target_date !== before.target_date;
    if (moved) requireStartBeforeTarget(after.start_date, after.target_date);
  },
  subject: ({ id }) => id,
  async around(context, { before: { id, lead_id }, columns, facts }, write) {
    const before = await listedProject(context, id);
    const involved = await involvedIn(context, id);
    await write();
    // Tasks, and other projects, show these of a project to whoever sees one of its teams
    const seen = facts.some(({ kind }) => kind === "project.teams_changed");
    const shown = ["key", "name", "start_date", "target_date"].some((name) => name in columns);
    if (seen || shown) await reviseWorkspace(context);
    // Its own row tells what follows from its tasks again only once it is written
    const { status } = await listedProject(context, id);
    if (lead_id && ("lead_id" in columns || status !== "active")) {
      await archiveReminder(context, lead_id, id);
    }
    await notifyPeopleOfProject(context, id, involved);
    await notifySubscribersOfProject(context, before, id);
  },
};

/**
 * Changes a project: only the fields that are named, each with an activity row of its own. A new key leaves the
 * old one working. `status` overrides what its tasks say; `status: null` lets it follow them again: no task,
 * backlog; all cancelled, cancelled; all done and at least one completed, completed; any begun, active; any
 * planned, planned; otherwise backlog (a trigger does that). Lists replace what the actor can see of them: a private
 * team or a former member that isn't shown to them stays.
 * @param version what the client last saw; when somebody has changed the project since, nothing is changed
 * @param patch.sinceVersion the version that it was made from; when a field that it changes has moved on, nothing is
 * @throws NotFound; Forbidden unless a project writer; Conflict when archived, or for a key that is taken; Stale;
 *   Invalid for what doesn't exist, or teams that would hide the project from the actor
 */
export const updateProject = operation({
  name: "projects.update",
  scope: "projects.write",
  input: z.strictObject({
    projectId: keys.project,
    version: seenVersion,
    patch: OneProjectPatch,
  }),
  async run(
    context,
    { projectId, version, patch: { sinceVersion, ...patch } },
  ): Promise<VersionedProject> {
    const change = { version, sinceVersion, patch };
    const { id } = await changeRecord(context, projectRules, projectId, change);
    return await readProject(context, id);
  },
});
