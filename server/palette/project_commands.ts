import type { Member } from "../domain/core/actor.ts";
import { within, type WriteContext } from "../domain/core/operation.ts";
import type { Project } from "../domain/projects/schema.ts";
import { updateProject } from "../domain/projects/update.ts";
import { pinning, type RecordCommand, type RecordCommands } from "./record_command.ts";
import { dayOf, labelNamed, statusResults, withLabel, withoutLabel } from "./messages.ts";

/** Changes fields of a project. @param patch returns the new values from the typed value and the current project */
function patching(
  takes: RecordCommand<Project>["takes"],
  patch: (value: string, project: Project) => Record<string, unknown>,
  message: RecordCommand<Project>["message"],
): RecordCommand<Project> {
  const run = (context: WriteContext<Member>, project: Project, value: string) =>
    within(context, updateProject, { projectId: project.id, patch: patch(value, project) });
  return { takes, run, message };
}

/** A project's commands. */
export const projectCommands: RecordCommands<Project> = {
  "project.setStatus": patching(
    "value",
    (status) => ({ status }),
    ({ name, status }) => `${name} ${statusResults[status]}`,
  ),
  "project.setLead": patching(
    "value",
    (leadId) => ({ leadId }),
    ({ name, lead }) => `Lead of ${name} changed to ${lead!.name}`,
  ),
  "project.setPriority": patching(
    "value",
    (priority) => ({ priority }),
    ({ name, priority }) =>
      priority === "none"
        ? `Priority of ${name} cleared`
        : `Priority of ${name} changed to ${priority}`,
  ),
  "project.setStartDate": patching(
    "value",
    (startDate) => ({ startDate }),
    ({ name, startDate }) => `Start date of ${name} changed to ${dayOf(startDate!)}`,
  ),
  "project.clearStartDate": patching(
    "nothing",
    () => ({ startDate: null }),
    ({ name }) => `Start date of ${name} cleared`,
  ),
  "project.setTargetDate": patching(
    "value",
    (targetDate) => ({ targetDate }),
    ({ name, targetDate }) => `Target date of ${name} changed to ${dayOf(targetDate!)}`,
  ),
  "project.clearTargetDate": patching(
    "nothing",
    () => ({ targetDate: null }),
    ({ name }) => `Target date of ${name} cleared`,
  ),
  "project.addLabel": patching(
    "value",
    (label, { labels }) => ({ labels: withLabel(labels, label) }),
    ({ name, labels }, _before, label) => `Label ${labelNamed(labels, label)} added to ${name}`,
  ),
  "project.removeLabel": patching(
    "value",
    (label, { labels }) => ({ labels: withoutLabel(labels, label) }),
    ({ name }, { labels }, label) => `Label ${labelNamed(labels, label)} removed from ${name}`,
  ),
  ...pinning<Project>("project", ({ name }) => name),
};
