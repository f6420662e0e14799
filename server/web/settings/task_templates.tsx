import {
  newTaskTemplatePath,
  taskTemplatePagePath,
  taskTemplatesPath,
} from "../../../views/settings_paths.ts";
import {
  filledIn,
  TaskTemplateForm,
  type TaskTemplateWords,
} from "../../../views/settings/task_template.tsx";
import { Templates } from "../../../views/settings/templates.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createTaskTemplate } from "../../domain/task_templates/create.ts";
import { findTaskTemplate, listTaskTemplates } from "../../domain/task_templates/list.ts";
import {
  type TaskTemplate,
  TaskTemplateCreate,
  TaskTemplatePatch,
} from "../../domain/task_templates/schema.ts";
import {
  archiveTaskTemplate,
  restoreTaskTemplate,
  updateTaskTemplate,
} from "../../domain/task_templates/update.ts";
import { type Action, action } from "../action.ts";
import { labelsOf, membersOf } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { changingForm, type FieldReader, type Form, makingForm, number, text } from "../forms.ts";
import { pageClockOf } from "../page_clock.ts";
import type { RefusedForm } from "../refusal.ts";
import { nothingToSave } from "./nothing_to_save.ts";
import { settingsPage } from "./page.tsx";
import { readPreviousValues, UNDO_LIMIT } from "./previous_values.ts";

const pathOf = (id: string) => `${taskTemplatesPath}/${id}`;
const home = ({ templateId }: { templateId: string }) => pathOf(templateId);
const of = ({ templateId }: { templateId: string }) => templateId;

const { archived: _archived, ...patched } = TaskTemplatePatch.shape;
/** Reads the checked values. None are an empty list. */
const every: FieldReader<string[]> = (fields, name) => fields.getAll(name);
const { name: _name, ...filling } = TaskTemplateCreate.shape;
const fills = Object.keys(filling);

export const createTaskTemplateAction = action({
  path: newTaskTemplatePath,
  form: { ...makingForm(TaskTemplateCreate.shape), name: text },
  does: async (form, { perform }) => parseJson((await perform(createTaskTemplate, form)).json),
  says: ({ id, name }) => ({
    text: `Template ${name} created. You can use it for new tasks.`,
    undo: { action: archiveTaskTemplateAction, path: pathOf(id) },
  }),
  then: () => taskTemplatesPath,
  leads: true,
  home: () => newTaskTemplatePath,
});

export const saveTaskTemplate = action({
  path: taskTemplatePagePath,
  form: { ...changingForm(patched), tags: every, version: number },
  async does({ version, ...patch }, { ask, perform, params: { templateId } }) {
    const before = parseJson((await ask(findTaskTemplate, { templateId })).json);
    const change = { templateId, version, patch };
    return { before, now: parseJson((await perform(updateTaskTemplate, change)).json) };
  },
  says({ before, now }) {
    if (before.version === now.version) return nothingToSave;
    const was = JSON.stringify(wordsOf(before));
    const along = { was, version: String(now.version) };
    return {
      text: `Template ${now.name} saved`,
      ...(was.length <= UNDO_LIMIT && {
        undo: { action: putTaskTemplateBack, path: pathOf(now.id), along },
      }),
    };
  },
  home,
  of,
});

/** Undoes a change to a template, unless someone changed the template since. */
export const putTaskTemplateBack: Action = action({
  path: taskTemplatePagePath,
  button: "act=back",
  form: { was: readPreviousValues, version: number },
  does: async ({ was, version }, { perform, params: { templateId } }) =>
    parseJson((await perform(updateTaskTemplate, { templateId, version, patch: was })).json),
  says: () => ({ text: "Template change undone" }),
  home,
});

const shelving = (
  button: "act=archive" | "act=restore",
  mutation: typeof archiveTaskTemplate,
  said: string,
  undo: () => Action,
): Action =>
  action({
    path: taskTemplatePagePath,
    button,
    form: {},
    does: async (_form, { perform, params }) => parseJson((await perform(mutation, params)).json),
    says: ({ id, name }) => ({
      text: `Template ${name} ${said}`,
      undo: { action: undo(), path: pathOf(id) },
    }),
    home: () => taskTemplatesPath,
  });
export const archiveTaskTemplateAction: Action = shelving(
  "act=archive",
  archiveTaskTemplate,
  "archived",
  () => restoreTaskTemplateAction,
);
export const restoreTaskTemplateAction: Action = shelving(
  "act=restore",
  restoreTaskTemplate,
  "restored",
  () => archiveTaskTemplateAction,
);

/** Returns the values of a template as a form or patch. */
function wordsOf(template: TaskTemplate): TaskTemplateWords {
  const all = Object.fromEntries(Object.entries(template).filter(([name]) => name in patched));
  return { ...all, tags: template.labels.map(({ id }) => id) } as TaskTemplateWords;
}

/** All task templates. */
export const taskTemplatesPage = settingsPage({
  path: taskTemplatesPath,
  who: "managers",
  read: async ({ askAll, teams }) => ({
    templates: await askAll(listTaskTemplates, { includeArchived: "true" }),
    teams: await teams(),
  }),
}).shows({
  title: () => "Task templates",
  main: ({ templates, teams }) => (
    <Templates
      of="task"
      templates={templates.map((template) => ({
        ...template,
        about: filledIn(template),
        of: teams.find(({ id }) => id === template.teamId)?.name,
      }))}
    />
  ),
});

/** Reads the options in the form of a template. @param values the current values */
async function draftingOf(at: PageContext<Member>, { assigneeId, tags }: TaskTemplateWords) {
  const [{ records: members }, { records: labels }] = await Promise.all([
    membersOf(at, { named: [assigneeId] }, { working: true }),
    labelsOf(at, { named: tags ?? [] }),
  ]);
  return {
    teams: await at.teams(),
    members,
    labels,
    projects: [],
    milestones: [],
    viewerId: at.viewer.profile.id,
    clock: pageClockOf(at),
  };
}

/** The form of a new template. */
export const newTaskTemplatePage = settingsPage({
  path: newTaskTemplatePath,
  who: "managers",
  async read(at) {
    const values = { name: at.url.searchParams.get("name") ?? "" };
    return { values, drafting: await draftingOf(at, {}) };
  },
}).shows({
  title: () => "New task template",
  main: ({ values, drafting, refused }) => (
    <TaskTemplateForm
      template={null}
      {...typedIn(refused(createTaskTemplateAction), values)}
      drafting={drafting}
      fills={fills}
    />
  ),
});

/** The form of a template. */
export const taskTemplatePage = settingsPage({
  path: taskTemplatePagePath,
  who: "managers",
  async read(at) {
    const template = parseJson((await at.ask(findTaskTemplate, at.params)).json);
    return { template, drafting: await draftingOf(at, wordsOf(template)) };
  },
}).shows({
  title: ({ template }) => template.name,
  main: ({ template, drafting, refused }) => (
    <TaskTemplateForm
      template={template}
      {...typedIn(refused(saveTaskTemplate, template.id), wordsOf(template))}
      drafting={drafting}
      fills={fills}
    />
  ),
});

function typedIn(form: RefusedForm<Form> | null, values: TaskTemplateWords) {
  if (!form) return { values, refused: undefined };
  const { errors, rest } = form;
  return { values: form.values as TaskTemplateWords, refused: { errors, rest } };
}
