import { selectedMenuPath, selectedPath, tasksPath } from "../../../views/paths.ts";
import { properties } from "../../../views/tasks/properties/all.ts";
import type { Property } from "../../../views/tasks/properties/property.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findTasksByReference } from "../../domain/tasks/find_by_reference.ts";
import { TaskPatch } from "../../domain/tasks/schema.ts";
import { updateTasks } from "../../domain/tasks/update_many.ts";
import { action, type ActionMessage, unchanged } from "../action.ts";
import { labelsNamed } from "../choices.ts";
import { changingForm, filled, text } from "../forms.ts";
import { pageClockOf } from "../page_clock.ts";
import { countOf, references, saidOf } from "./selected_tasks.ts";
import { describeRemovedMilestones } from "./describe_removed_milestones.ts";
import { done } from "./undo.ts";

/** Changes several tasks together: all or none, with one Undo. */
const common = { path: selectedPath, home: () => tasksPath };

/** Changes a property of several tasks. */
const change = ({ name, field, inWords }: Property) =>
  action({
    ...common,
    button: field,
    form: { tasks: references, ...changingForm({ [field]: TaskPatch.shape[field] }) },
    async does({ tasks: taskIds, ...patch }, at) {
      const before = field === "projectId"
        ? parseJson((await at.ask(findTasksByReference, { references: taskIds })).tasks)
        : [];
      const tasks = parseJson(await at.perform(updateTasks, { taskIds, patch }));
      return { tasks, left: describeRemovedMilestones(before, tasks) };
    },
    says({ tasks, left }, _form, at): ActionMessage {
      if (!at.act.id) return unchanged(`the ${name.toLowerCase()} of ${countOf(tasks)}`);
      const text = saidOf(tasks, at.act, (changed) => {
        const to = inWords?.(changed[0]!, pageClockOf(at));
        return `${name} of ${countOf(changed)} changed${to ? ` to ${to}` : ""}`;
      }, ["already had this value", "already had this value"]);
      return done(left === "" ? text : `${text.replace(/\.$/, "")}${left}`, at);
    },
  });

const already = (so: string) => [`was already ${so}`, `were already ${so}`] as const;

const { labels: _labels, team: _team, ...replaced } = properties;
export const changeSelected = Object.values<Property>(replaced).map(change);

/** Assigns several tasks to the viewer. */
export const assignSelectedToMe = action({
  ...common,
  button: "act=assignToMe",
  form: { tasks: references },
  does: async ({ tasks: taskIds }, at) =>
    parseJson(
      await at.perform(updateTasks, { taskIds, patch: { assigneeId: at.viewer.profile.id } }),
    ),
  says: (tasks, _form, at) =>
    done(
      saidOf(
        tasks,
        at.act,
        (some) => `${countOf(some)} assigned to you`,
        already("assigned to you"),
      ),
      at,
    ),
});

/** Archives several tasks, and discards drafts among them. */
export const archiveSelected = action({
  ...common,
  button: "act=archive",
  form: { tasks: references },
  does: async ({ tasks: taskIds }, at) =>
    parseJson(await at.perform(updateTasks, { taskIds, patch: { archived: true } })),
  says: (tasks, _form, at) => ({
    ...done(
      saidOf(tasks, at.act, (some) => `${countOf(some)} archived`, already("archived")),
      at,
    ),
    selects: [],
  }),
});

/** Restores several archived tasks. */
export const restoreSelected = action({
  ...common,
  button: "act=restore",
  form: { tasks: references },
  does: async ({ tasks: taskIds }, at) =>
    parseJson(await at.perform(updateTasks, { taskIds, patch: { archived: false } })),
  says: (tasks, _form, at) => ({ ...done(`${countOf(tasks)} restored`, at), selects: [] }),
});

/** Moves several tasks to another team. They stay selected by their new references. */
export const moveSelected = action({
  ...common,
  button: "teamId",
  form: { tasks: references, teamId: text },
  async does({ tasks: taskIds, teamId }, at) {
    const tasks = parseJson(await at.perform(updateTasks, { taskIds, patch: { teamId } }));
    const team = (await at.teams()).find(({ id }) => id === tasks[0]!.teamId);
    return { tasks, team: team?.name ?? "another team" };
  },
  says: ({ tasks, team }, _form, at) => ({
    ...done(
      saidOf(tasks, at.act, (some) => `${countOf(some)} moved to ${team}`, already("there")),
      at,
    ),
    selects: tasks.map(({ reference }) => reference),
  }),
});

const label = (
  button: string,
  patchOf: (labelId: string) => object,
  said: (label: string, tasks: string) => string,
  others: readonly [string, string],
) =>
  action({
    ...common,
    button,
    form: { tasks: references, list: filled, [button]: text },
    async does({ tasks: taskIds, [button]: labelId }, at) {
      const patch = patchOf(labelId as string);
      const tasks = parseJson(
        await at.perform(updateTasks, { taskIds: taskIds as string[], patch }),
      );
      const [label] = await labelsNamed(at, [labelId as string]);
      return { tasks, name: label?.name ?? "" };
    },
    says: ({ tasks, name }, _form, at) =>
      done(saidOf(tasks, at.act, (some) => said(name, countOf(some)), others), at),
    stays: ({ tasks, list }) =>
      selectedMenuPath(tasks as string[], "labels", list as string | undefined),
  });

/** Adds a label to several tasks. The menu stays open for the next label. */
export const addLabelToSelected = label(
  "addLabel",
  (labelId) => ({ addTags: [labelId] }),
  (name, tasks) => `Label ${name} added to ${tasks}`,
  ["already had the label", "already had the label"],
);

/** Removes a label from several tasks. The menu stays open for the next label. */
export const removeLabelFromSelected = label(
  "removeLabel",
  (labelId) => ({ removeTags: [labelId] }),
  (name, tasks) => `Label ${name} removed from ${tasks}`,
  ["didn't have the label", "didn't have the label"],
);
