import { projectTemplateForm } from "../../../views/projects/template_form.tsx";
import { templatePagePath } from "../../../views/project_detail_paths.ts";
import { projectPath } from "../../../views/project_paths.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createProjectTemplate } from "../../domain/project_templates/create.ts";
import { findProject } from "../../domain/projects/find.ts";
import type { ProjectDetail } from "../../domain/projects/schema.ts";
import { action } from "../action.ts";
import { filled, text } from "../forms.ts";
import { page } from "../page.ts";
import { projectAndRefusal, under } from "./menus.tsx";

/** Creates a template from a project's values. */
export const makeTemplateOfProject = action({
  path: templatePagePath,
  form: { name: text, description: filled },
  async does(form, { ask, perform, params: { projectId } }) {
    const project = parseJson((await ask(findProject, { projectId })).json);
    return await perform(createProjectTemplate, { ...form, defaults: defaultsOf(project) });
  },
  says: ({ name }) => ({ text: `Template ${name} created. You can use it for new projects.` }),
  home: ({ projectId }) => projectPath(projectId),
});

/** Returns a project's values for a template, without dates and progress. */
function defaultsOf(project: ProjectDetail) {
  const { summary, description, leadId, memberIds, priority, statusSource, status } = project;
  return {
    summary,
    description,
    leadId,
    memberIds,
    priority,
    teamIds: project.teams.map(({ id }) => id),
    labels: project.labels.map(({ id }) => id),
    status: statusSource === "override" ? status : null,
    milestones: project.milestones.map(({ name, description }) => ({ name, description })),
  };
}

/** The form that creates a template from a project. */
export const templateOfProjectPage = page({
  path: templatePagePath,
  who: "managers",
  layer: "menu",
  under,
  read: projectAndRefusal,
}).shows({
  title: ({ project }) => `Template from ${project.key}`,
  main({ project, refused }) {
    const form = refused(makeTemplateOfProject);
    return projectTemplateForm({
      project,
      values: {
        name: form?.values.name ?? project.name,
        description: form?.values.description ?? "",
      },
      errors: form?.errors ?? {},
      error: form?.rest,
    });
  },
});
