import {
  newProjectTemplatePath,
  projectTemplatePagePath,
  projectTemplatesPath,
} from "../../../views/settings_paths.ts";
import {
  aboutOf,
  ProjectTemplateForm,
  type ProjectTemplateWords,
} from "../../../views/settings/project_template.tsx";
import { Templates } from "../../../views/settings/templates.tsx";
import type { Member } from "../../domain/core/actor.ts";
import { listProjectLabels } from "../../domain/project_labels/list.ts";
import { createProjectTemplate } from "../../domain/project_templates/create.ts";
import { findProjectTemplate, listProjectTemplates } from "../../domain/project_templates/list.ts";
import type { DefaultsInput, ProjectTemplate } from "../../domain/project_templates/schema.ts";
import {
  archiveProjectTemplate,
  restoreProjectTemplate,
  updateProjectTemplate,
} from "../../domain/project_templates/update.ts";
import { type Action, action } from "../action.ts";
import { membersOf } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { type FieldReader, number, text, type ValuesOf } from "../forms.ts";
import { nothingToSave } from "./nothing_to_save.ts";
import { settingsPage } from "./page.tsx";
import { readPreviousValues, UNDO_LIMIT } from "./previous_values.ts";

const pathOf = (id: string) => `${projectTemplatesPath}/${id}`;
const home = ({ templateId }: { templateId: string }) => pathOf(templateId);
const of = ({ templateId }: { templateId: string }) => templateId;

const every: FieldReader<string[]> = (fields, name) => fields.getAll(name);
const words = {
  name: text,
  purpose: text,
  summary: text,
  description: text,
  leadId: text,
  memberIds: every,
  teamIds: every,
  labels: every,
  priority: text,
  status: text,
  milestones: text,
};
type Typed = ValuesOf<typeof words>;
type Milestones = ProjectTemplate["defaults"]["milestones"];

/** Converts typed values to the input of operations. @param kept the current milestones, whose descriptions stay with their names */
function inputOf({ name, purpose, milestones, ...given }: Typed, kept: Milestones = []) {
  const lines = milestones.split("\n").map((line) => line.trim()).filter(Boolean);
  return {
    name,
    description: purpose || null,
    defaults: {
      ...given,
      summary: given.summary || null,
      description: given.description || null,
      leadId: given.leadId || null,
      status: given.status || null,
      priority: given.priority || "none",
      milestones: lines.map((name) => kept.find((one) => one.name === name) ?? { name }),
    },
  };
}

/** Returns the defaults of a template as a patch. */
function defaultsOf({ defaults: { labelIds, ...given } }: ProjectTemplate): DefaultsInput {
  return { ...given, labels: labelIds };
}

export const createProjectTemplateAction = action({
  path: newProjectTemplatePath,
  form: words,
  does: (form, { perform }) => perform(createProjectTemplate, inputOf(form)),
  says: ({ id, name }) => ({
    text: `Template ${name} created. You can use it for new projects.`,
    undo: { action: archiveProjectTemplateAction, path: pathOf(id) },
  }),
  then: () => projectTemplatesPath,
  leads: true,
  home: () => newProjectTemplatePath,
});

export const saveProjectTemplate = action({
  path: projectTemplatePagePath,
  form: { ...words, version: number },
  async does({ version, ...form }, { ask, perform, params: { templateId } }) {
    const before = await ask(findProjectTemplate, { templateId });
    const patch = inputOf(form, before.defaults.milestones);
    return { before, now: await perform(updateProjectTemplate, { templateId, version, patch }) };
  },
  says({ before, now }) {
    if (before.version === now.version) return nothingToSave;
    const { name, description } = before;
    const was = JSON.stringify({ name, description, defaults: defaultsOf(before) });
    const along = { was, version: String(now.version) };
    return {
      text: `Template ${now.name} saved`,
      ...(was.length <= UNDO_LIMIT && {
        undo: { action: putProjectTemplateBack, path: pathOf(now.id), along },
      }),
    };
  },
  home,
  of,
});

/** Undoes a change to a template, unless someone changed the template since. */
export const putProjectTemplateBack: Action = action({
  path: projectTemplatePagePath,
  button: "act=back",
  form: { was: readPreviousValues, version: number },
  does: ({ was, version }, { perform, params: { templateId } }) =>
    perform(updateProjectTemplate, { templateId, version, patch: was }),
  says: () => ({ text: "Template change undone" }),
  home,
});

const shelving = (
  button: "act=archive" | "act=restore",
  mutation: typeof archiveProjectTemplate,
  said: string,
  undo: () => Action,
): Action =>
  action({
    path: projectTemplatePagePath,
    button,
    form: {},
    does: (_form, { perform, params }) => perform(mutation, params),
    says: ({ id, name }) => ({
      text: `Template ${name} ${said}`,
      undo: { action: undo(), path: pathOf(id) },
    }),
    home: () => projectTemplatesPath,
  });
export const archiveProjectTemplateAction: Action = shelving(
  "act=archive",
  archiveProjectTemplate,
  "archived",
  () => restoreProjectTemplateAction,
);
export const restoreProjectTemplateAction: Action = shelving(
  "act=restore",
  restoreProjectTemplate,
  "restored",
  () => archiveProjectTemplateAction,
);

/** All project templates. */
export const projectTemplatesPage = settingsPage({
  path: projectTemplatesPath,
  who: "managers",
  read: async ({ askAll }) => ({
    templates: await askAll(listProjectTemplates, { includeArchived: "true" }),
  }),
}).shows({
  title: () => "Project templates",
  main: ({ templates }) => (
    <Templates
      of="project"
      templates={templates.map((template) => ({ ...template, about: aboutOf(template) }))}
    />
  ),
});

/** Reads the options in the form of a template. @param named IDs of people in the template */
async function choicesOf(at: PageContext<Member>, named: readonly (string | null)[]) {
  const [{ records: people }, labels, teams] = await Promise.all([
    membersOf(at, { named }, { working: true }),
    at.askAll(listProjectLabels),
    at.teams(),
  ]);
  return { people, labels, teams };
}

/** The form of a new template. */
export const newProjectTemplatePage = settingsPage({
  path: newProjectTemplatePath,
  who: "managers",
  async read(at) {
    return { name: at.url.searchParams.get("name") ?? "", choices: await choicesOf(at, []) };
  },
}).shows({
  title: () => "New project template",
  main({ name, choices, refused }) {
    const form = refused(createProjectTemplateAction);
    return (
      <ProjectTemplateForm
        template={null}
        values={form?.values ?? { ...nothing, name }}
        refused={form ?? undefined}
        choices={choices}
      />
    );
  },
});

/** The form of a template. */
export const projectTemplatePage = settingsPage({
  path: projectTemplatePagePath,
  who: "managers",
  async read(at) {
    const template = await at.ask(findProjectTemplate, at.params);
    const { leadId, memberIds } = template.defaults;
    return { template, choices: await choicesOf(at, [leadId, ...memberIds]) };
  },
}).shows({
  title: ({ template }) => template.name,
  main({ template, choices, refused }) {
    const form = refused(saveProjectTemplate, template.id);
    return (
      <ProjectTemplateForm
        template={template}
        values={form?.values ?? wordsOf(template)}
        refused={form ?? undefined}
        choices={choices}
      />
    );
  },
});

const nothing: ProjectTemplateWords = {
  name: "",
  purpose: "",
  summary: "",
  description: "",
  leadId: "",
  memberIds: [],
  teamIds: [],
  labels: [],
  priority: "",
  status: "",
  milestones: "",
};

function wordsOf({ name, description, defaults }: ProjectTemplate): ProjectTemplateWords {
  const { milestones, summary, leadId, status, priority, labelIds, ...lists } = defaults;
  return {
    ...lists,
    name,
    purpose: description ?? "",
    summary: summary ?? "",
    description: defaults.description ?? "",
    leadId: leadId ?? "",
    labels: labelIds,
    status: status ?? "",
    priority: priority === "none" ? "" : priority,
    milestones: milestones.map(({ name }) => name).join("\n"),
  };
}
