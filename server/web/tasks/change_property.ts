import { taskMenuPath, taskPagePath, taskPath } from "../../../views/paths.ts";
import { properties } from "../../../views/tasks/properties/all.ts";
import type { Property } from "../../../views/tasks/properties/property.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findTaskRow } from "../../domain/tasks/find_row.ts";
import { TaskPatch } from "../../domain/tasks/schema.ts";
import { updateTaskRow } from "../../domain/tasks/update.ts";
import { updateTasks } from "../../domain/tasks/update_many.ts";
import { action, unchanged } from "../action.ts";
import { changingForm, text } from "../forms.ts";
import { pageClockOf } from "../page_clock.ts";
import { describeRemovedMilestones } from "./describe_removed_milestones.ts";
import { done } from "./undo.ts";

const home = ({ taskId }: { taskId: string }) => taskPath(taskId);

/** Changes a property of a task. Chosen values replace each other, so no typed text can be lost. */
const change = ({ name, field, inWords }: Property) =>
  action({
    path: taskPagePath,
    button: field,
    form: changingForm({ [field]: TaskPatch.shape[field] }),
    async does(patch, at) {
      const { taskId } = at.params;
      const before = field === "projectId"
        ? [parseJson(await at.ask(findTaskRow, { taskId }))]
        : [];
      const task = parseJson(await at.perform(updateTaskRow, { taskId, patch }));
      return { task, left: describeRemovedMilestones(before, [task]) };
    },
    says({ task, left }, _form, at) {
      if (!at.act.id) return unchanged(`the ${name.toLowerCase()} of ${task.reference}`);
      const to = inWords?.(task, pageClockOf(at));
      return done(`${name} of ${task.reference} changed${to ? ` to ${to}` : ""}${left}`, at);
    },
    home,
  });

const { labels: _labels, team: _team, ...replaced } = properties;
export const changeProperties = Object.values<Property>(replaced).map(change);

/** Moves a task to another team and opens its page under the new reference. */
export const moveTask = action({
  path: taskPagePath,
  button: "teamId",
  form: { teamId: text },
  does: async (patch, at) =>
    parseJson(await at.perform(updateTaskRow, { taskId: at.params.taskId, patch })),
  says: ({ reference }, _form, at) => ({
    ...done(
      at.params.taskId === reference
        ? `No changes: ${reference} is already in this team`
        : `${at.params.taskId} moved. Its new reference is ${reference}.`,
      at,
    ),
    link: { href: taskPath(reference), name: "Open" },
  }),
  then: ({ reference }) => taskPath(reference),
  home,
});

/** Adds a label to a task or removes it. The menu stays open for the next label. */
export const toggleLabel = action({
  path: taskPagePath,
  button: "toggleLabel",
  form: { toggleLabel: text },
  async does({ toggleLabel: labelId }, at) {
    const { taskId } = at.params;
    const { labels } = parseJson(await at.ask(findTaskRow, { taskId }));
    const has = labels.find(({ id }) => id === labelId);
    // Only this label changes, because the others might have changed meanwhile
    const patch = has ? { removeTags: [labelId] } : { addTags: [labelId] };
    const [task] = parseJson(await at.perform(updateTasks, { taskIds: [taskId], patch }));
    const { reference, labels: now } = task!;
    const { name } = has ?? now.find(({ id }) => id === labelId)!;
    return `Label ${name} ${has ? "removed from" : "added to"} ${reference}`;
  },
  says: (said, _form, at) => done(said, at),
  stays: (_form, { taskId }) => taskMenuPath(taskId, "labels"),
  home,
});
