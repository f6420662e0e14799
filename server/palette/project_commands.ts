import type { Member } from "../domain/core/actor.ts";
import { within, type WriteContext } from "../domain/core/operation.ts";
import type { Project } from "../domain/projects/schema.ts";
import { updateProject } from "../domain/projects/update.ts";
import { pinning, type RecordCommand, type RecordCommands } from "./record_command.ts";
import { dayOf, labelNamed, statusInSentence, withLabel, withoutLabel } from "./messages.ts";

/** A change of fields. @param patch what to set, given the value and the project as it is */
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
    ({ name, status }) => `${name} is ${statusInSentence[status]}.`,
  ),
  "project.setLead": patching(
    "value",
    (leadId) => ({ leadId }),
    ({ name, lead }) => `${lead!.name} leads ${name}.`,
  ),
  "project.setPriority": patching(
    "value",
    (priority) => ({ priority }),
    ({ name, priority }) =>
      priority === "none" ? `${name} has no priority.` : `${name} has ${priority} priority.`,
  ),
  "project.setStartDate": patching(
    "value",
    (startDate) => ({ startDate }),
    ({ name, startDate }) => `${name} starts on ${dayOf(startDate!)}.`,
  ),
  "project.clearStartDate": patching(
    "nothing",
    () => ({ startDate: null }),
    ({ name }) => `${name} has no start date.`,
  ),
  "project.setTargetDate": patching(
    "value",
    (targetDate) => ({ targetDate }),
    ({ name, targetDate }) => `${name} is due on ${dayOf(targetDate!)}.`,
  ),
  "project.clearTargetDate": patching(
    "nothing",
    () => ({ targetDate: null }),
    ({ name }) => `${name} has no target date.`,
  ),
  "project.addLabel": patching(
    "value",
    (label, { labels }) => ({ labels: withLabel(labels, label) }),
    ({ name, labels }, _before, label) => `${name} has the label ${labelNamed(labels, label)}.`,
  ),
  "project.removeLabel": patching(
    "value",
    (label, { labels }) => ({ labels: withoutLabel(labels, label) }),
    ({ name }, { labels }, label) => `${name} doesn't have the label ${labelNamed(labels, label)}.`,
  ),
  ...pinning<Project>("project", ({ name }) => name),
};
