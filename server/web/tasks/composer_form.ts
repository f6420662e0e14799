import { isTaskCreator, isTaskWriter, type Member } from "../../domain/core/actor.ts";
import { dayFromToday } from "../../domain/core/days.ts";
import { parseJson } from "../../domain/core/json.ts";
import { listMilestones } from "../../domain/milestones/list.ts";
import { findTask } from "../../domain/tasks/find.ts";
import { listTasks } from "../../domain/tasks/list.ts";
import { TaskCreate } from "../../domain/tasks/schema.ts";
import { whyNoMoreTasks } from "../../domain/tasks/task_limit.ts";
import { listTaskTemplates } from "../../domain/task_templates/list.ts";
import { type TaskTemplate, TaskTemplateCreate } from "../../domain/task_templates/schema.ts";
import { labelsOf, membersOf, projectsOf } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { checked, filled, makingForm, readFields, text, type ValuesOf } from "../forms.ts";
import { foundOrDefault } from "../found_or_default.ts";
import { pageClockOf } from "../page_clock.ts";
import { managersToAsk } from "../whom_to_ask.ts";
import { startingLinks, startingRelationsField } from "./starting_lines.ts";

const { draft: _draft, resources: _resources, relations: _relations, ...fields } = TaskCreate.shape;
const { tags: _tags, templateId: _template, ...toldAlike } = fields;
const { name: _name, ...filling } = TaskTemplateCreate.shape;
const { tags: _labels, ...filledAlike } = filling;
/** The fields that a copy takes from a task. Labels are copied by name. */
const copiedNames = Object.keys(toldAlike) as (keyof typeof toldAlike)[];
/** The fields that a new task takes from a template. */
const filledNames = Object.keys(filledAlike) as (keyof typeof filledAlike)[];

/** The composer's fields, and the URL parameters that set them. */
export const composerForm = {
  ...makingForm(fields),
  title: text,
  resources: startingLinks,
  relations: startingRelationsField,
  /** Whether to save a draft. */
  draft: checked,
  /** Whether to create another task afterwards. */
  more: checked,
  /** The page to return to without JavaScript. */
  back: filled,
};

/**
 * Reads a new task from the composer's URL, with the options of its properties.
 * @param part "whole" if the URL opens the composer, so that a template, a copied task, or the last team sets the rest, or
 *   "properties" if the URL has all chosen properties
 */
export async function readComposing(at: PageContext<Member>, part: "whole" | "properties") {
  const [teams, templates, full] = await Promise.all([
    teamsToChoose(at),
    at.askAll(listTaskTemplates),
    at.ask(whyNoMoreTasks, {}),
  ]);
  const viewerId = at.viewer.profile.id;
  const typed = readFields(composerForm, at.url.searchParams);
  const opens = part === "whole";
  const template = opens ? templates.find(({ id }) => id === typed.templateId) : undefined;
  const copied = opens ? await copyFor(at) : {};
  const given = { ...fillingOf(template), ...saidIn(typed), ...copied };
  const [{ records: members }, { records: labels }, { records: projects }] = await Promise.all([
    membersOf(at, { named: [viewerId, given.assigneeId] }, { working: true }),
    labelsOf(at, { named: given.tags ?? [] }),
    projectsOf(at, { named: [given.projectId] }),
  ]);
  const projectId = idAmong(projects, given.projectId);
  const values = {
    ...typed,
    ...given,
    teamId: idAmong(teams, given.teamId) ?? await usualTeam(at),
    projectId,
    assigneeId: given.assigneeId === "me"
      ? viewerId
      : members.find(({ username }) => username === given.assigneeId)?.id ?? given.assigneeId,
    tags: given.tags?.map((tag) => labels.find(({ name }) => name === tag)?.id ?? tag),
    deadlineAt: given.deadlineAt &&
      dayFromToday(given.deadlineAt, at.now, at.viewer.workspace.timeZone),
    parentId: await referenceOf(at, given.parentId),
  };
  const related = await Promise.all(
    (given.relations ?? []).map(async (relation) => ({
      ...relation,
      task: await taskOrNone(at, relation.taskId),
    })),
  );
  return {
    values,
    teams,
    members,
    labels,
    projects,
    milestones: projectId ? await milestonesOf(at, projectId) : [],
    // Templates can't change the task's team
    filledByTemplates: Object.keys(filling).filter((field) => field !== "teamId"),
    templates: templates.filter(({ teamId }) => !teamId || teamId === values.teamId),
    viewerId,
    full,
    askable: isTaskCreator(at.viewer) ? [] : await managersToAsk(at),
    clock: pageClockOf(at),
    related,
  };
}

type Typed = ValuesOf<typeof composerForm>;

/** Returns the given values without missing ones. */
function saidIn(typed: Typed): Partial<Typed> {
  const said = Object.entries(typed).filter(([, value]) => value !== undefined && value !== "");
  return Object.fromEntries(said);
}

/** Returns the values that a template sets. */
function fillingOf(template: TaskTemplate | undefined): Partial<Typed> {
  if (!template) return {};
  const { labels } = template;
  const tags = labels.length > 0 ? labels.map(({ id }) => id) : undefined;
  const given = Object.entries(pick(template, filledNames)).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(given), tags };
}

/** Returns the values of the task to copy, if the URL names one. */
async function copyFor(at: PageContext<Member>) {
  const copyOf = at.url.searchParams.get("copyOf");
  if (copyOf === null) return {};
  const task = parseJson((await at.ask(findTask, { taskId: copyOf })).json);
  return {
    copyOf,
    ...pick(task, copiedNames),
    tags: task.labels.map(({ id }) => id),
    resources: task.resources.map(({ url, title }) => ({ url, title })),
  };
}

function pick<R, N extends keyof R>(record: R, names: readonly N[]): Pick<R, N> {
  return Object.fromEntries(names.map((name) => [name, record[name]])) as Pick<R, N>;
}

/** Returns the visible teams. Teams in which the viewer can't change tasks come last. */
async function teamsToChoose(at: PageContext<Member>) {
  const teams = (await at.teams()).map((team) => ({
    ...team,
    handsOver: !isTaskWriter(at.viewer, team.id),
  }));
  return teams.toSorted((a, b) => Number(a.handsOver) - Number(b.handsOver));
}

/** Returns the team of the viewer's last created task, or their own team. */
async function usualTeam(at: PageContext<Member>): Promise<string | undefined> {
  const teams = await at.teams();
  const { records } = await at.ask(listTasks, { creatorId: at.viewer.profile.id, limit: 1 });
  const [last] = parseJson(records);
  const team = teams.find(({ id }) => id === last?.teamId) ??
    teams.find(({ role }) => role === "lead" || role === "member") ?? teams[0];
  return team?.id;
}

async function milestonesOf(at: PageContext<Member>, projectId: string) {
  return await foundOrDefault(at.askAll(listMilestones, { projectId }), []);
}

/** Returns the parent's reference, or the given text if the task doesn't exist. */
async function referenceOf(at: PageContext<Member>, taskId: string | null | undefined) {
  if (!taskId?.startsWith("task_")) return taskId;
  return (await taskOrNone(at, taskId))?.reference ?? taskId;
}

async function taskOrNone(at: PageContext<Member>, taskId: string) {
  const found = await foundOrDefault(at.ask(findTask, { taskId }), null);
  return found && parseJson(found.json);
}

/** Returns the ID of a record named by ID or key, or the given text if it isn't listed. */
function idAmong<N extends string | null | undefined>(
  offered: readonly { id: string; key: string }[],
  name: N,
): string | N {
  return offered.find(({ id, key }) => id === name || key === name?.toUpperCase())?.id ?? name;
}
