import type { ProjectTemplate } from "../../server/domain/project_templates/schema.ts";
import type { TaskTemplate } from "../../server/domain/task_templates/schema.ts";
import { ask, type Collection, workspacePath } from "../client.ts";
import { argument, command, flag } from "../command.ts";
import { print } from "../output.ts";
import { askPage, given, paging, withMore } from "../paging.ts";
import { resolveSettings, type Settings } from "../settings.ts";
import { listing, table } from "../table.ts";
import { paragraphs } from "../task_views.ts";

type Template = TaskTemplate | ProjectTemplate;
type Answer = { taskTemplate: TaskTemplate } | { projectTemplate: ProjectTemplate };

const pathOf = async (settings: Settings, projects: boolean | undefined) =>
  `${await workspacePath(settings)}/${projects ? "project" : "task"}-templates`;

function render(templates: Template[]): string {
  const rows = templates.map(({ id, name, archivedAt, ...rest }) => [
    ...[id, archivedAt === null ? "" : "archived", name],
    ("title" in rest ? rest.title : "defaults" in rest ? rest.description : null) ?? "",
  ]);
  return table(["ID", "State", "Name", "Title or description"], rows, "No templates yet");
}

function renderOne(answer: Answer): string {
  return "taskTemplate" in answer
    ? taskTemplate(answer.taskTemplate)
    : projectTemplate(answer.projectTemplate);
}

const head = ({ id, name, archivedAt }: Template): [string, string | null][] => [
  ...[["Template", name], ["ID", id]] as [string, string][],
  ["State", archivedAt && "archived"],
];

function taskTemplate(template: TaskTemplate): string {
  const { title, priority, status, assignee, tags, teamId, description } = template;
  const fields = listing([
    ...head(template),
    ["Team", teamId],
    ["Title", title],
    ["Status", status],
    ["Priority", priority],
    ["Assignee", assignee?.name],
    ["Labels", tags.join(", ")],
  ]);
  return description ? `${fields}\n\n${paragraphs(description)}` : fields;
}

function projectTemplate(template: ProjectTemplate): string {
  const { summary, status, priority, milestones, description } = template.defaults;
  const fields = listing([
    ...head(template),
    ["Description", template.description],
    ["Summary", summary],
    ["Status", status],
    ["Priority", priority],
    ["Milestones", milestones.map(({ name }) => name).join(", ")],
  ]);
  return description ? `${fields}\n\n${paragraphs(description)}` : fields;
}

export const commands = [
  command({
    path: "templates list",
    summary: "List task or project templates",
    options: {
      projects: flag("Use project templates instead of task templates"),
      includeArchived: flag("Include archived records"),
      ...paging,
    },
    async run({ options: { projects, includeArchived, ...page }, globals }) {
      const settings = resolveSettings(globals);
      const query = { ...page, ...given({ includeArchived }) };
      const plural = projects ? "projectTemplates" : "taskTemplates";
      const path = await pathOf(settings, projects);
      const answer = await askPage<string, Template>(settings, path, plural, query);
      const format = (all: Collection<string, Template>) =>
        withMore(render(all[plural] as Template[]), all);
      await print(globals, answer, format);
    },
  }),
  command({
    path: "templates show",
    summary: "Show a template",
    args: { template: argument("Template, by ID (task templates also by name)") },
    options: { projects: flag("Use a project template instead of a task template") },
    async run({ args, options: { projects }, globals }) {
      const settings = resolveSettings(globals);
      const path = `${await pathOf(settings, projects)}/${encodeURIComponent(args.template)}`;
      await print(globals, await ask<Answer>(settings, { method: "GET", path }), renderOne);
    },
  }),
];
