import { newProjectPath, projectPath, projectsPath } from "../../../views/project_paths.ts";
import { ProjectComposer } from "../../../views/projects/composer.tsx";
import { ProjectPills } from "../../../views/projects/composer_pills.tsx";
import { parseJson } from "../../domain/core/json.ts";
import { createProject } from "../../domain/projects/create.ts";
import { action } from "../action.ts";
import { page } from "../page.ts";
import { projectForm, readComposingProject } from "./composer_form.ts";
import { archiveProjectAction } from "./state_actions.ts";

/** Creates a project, and opens its page. */
export const makeProject = action({
  path: newProjectPath,
  form: projectForm,
  changes: "page and sidebar",
  leads: true,
  does: async (values, at) => parseJson((await at.perform(createProject, values)).json),
  says: ({ id, key }) => ({
    text: `${key} created`,
    undo: { action: archiveProjectAction, path: projectPath(id) },
  }),
  then: ({ key }) => projectPath(key),
  home: () => newProjectPath,
});

/** The project composer, in a dialog or as a page. */
export const newProjectPage = page({
  path: newProjectPath,
  who: "managers",
  layer: "composer",
  under: () => projectsPath,
  read: (at) => readComposingProject(at, "whole"),
  parts: {
    pills: async (at) => ({
      view: <ProjectPills {...await readComposingProject(at, "properties")} />,
      address: null,
    }),
  },
}).shows({
  title: () => "New project",
  creates: () => newProject(newProjectPath),
  main({ refused, alone, values, ...offered }) {
    const form = refused(makeProject);
    return (
      <ProjectComposer
        {...offered}
        values={form?.values ?? values}
        errors={{ ...form?.errors, ...(form?.rest ? { rest: form.rest } : {}) }}
        dialog={alone}
      />
    );
  },
});

/** Returns the action that creates a project. @param href the URL of the composer */
export function newProject(href: string) {
  return { name: "New project", href };
}
