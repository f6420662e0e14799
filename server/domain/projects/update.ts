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

/** The rules for changing a project. */
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
    // Tasks and other projects show these values to everyone who can see one of the teams
    const seen = facts.some(({ kind }) => kind === "project.teams_changed");
    const shown = ["key", "name", "start_date", "target_date"].some((name) => name in columns);
    if (seen || shown) await reviseWorkspace(context);
    // The derived status is known only after the write
    const { status } = await listedProject(context, id);
    if (lead_id && ("lead_id" in columns || status !== "active")) {
      await archiveReminder(context, lead_id, id);
    }
    await notifyPeopleOfProject(context, id, involved);
    await notifySubscribersOfProject(context, before, id);
  },
};

/**
 * Changes a project's given fields, each with its own activity entry. A former key keeps working. `status` overrides
 * the derived one, and `status: null` derives it again, by a trigger: backlog without tasks; cancelled if all tasks
 * are; completed if all are closed and at least one is completed; active if any has started; planned if any is planned;
 * otherwise backlog. Lists replace the visible part: hidden private teams and former members stay.
 * @param version the version that the client last saw; a newer project isn't changed
 * @param patch.sinceVersion the version it is based on; if one of its fields has changed since, nothing changes
 * @throws NotFound; Forbidden unless a project writer; Conflict if the project is archived or the key is taken; Stale;
 * Invalid for missing records, or for teams that would hide the project from the actor
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
