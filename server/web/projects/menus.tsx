import { ProjectActionsMenu } from "../../../views/projects/actions_menu.tsx";
import {
  projectProperties,
  type ProjectProperty,
  projectPropertyOf,
} from "../../../views/projects/properties/all.ts";
import { ProjectPropertyMenu } from "../../../views/projects/property_menu.tsx";
import { projectActionsPagePath } from "../../../views/project_detail_paths.ts";
import { projectPagePath, projectPath } from "../../../views/project_paths.ts";
import { isManager, type Member } from "../../domain/core/actor.ts";
import { parseJson } from "../../domain/core/json.ts";
import { findProject } from "../../domain/projects/find.ts";
import { searchTextIn } from "../choices.ts";
import type { PageContext } from "../context.ts";
import { page } from "../page.ts";
import { readProjectOptions } from "./options.ts";
import { canEditProject, whyNotWritable } from "./why_not_writable.ts";

export const under = (_url: URL, { projectId }: { projectId: string }) => projectPath(projectId);

/** Reads a project, and why the viewer can't change it. */
export async function projectAndRefusal(
  at: Pick<PageContext<Member>, "ask" | "viewer"> & { params: { projectId: string } },
) {
  const { projectId } = at.params;
  const project = parseJson((await at.ask(findProject, { projectId })).json);
  return { project, refusal: whyNotWritable(at.viewer, project) };
}

/** The menus of a project's properties. */
export const projectPropertyMenus = projectProperties.map((property: ProjectProperty) =>
  page({
    path: `${projectPagePath}/${property}` as const,
    who: "members",
    layer: "menu",
    under,
    async read(at) {
      const { project, refusal } = await projectAndRefusal(at);
      const { needs } = projectPropertyOf(property);
      const options = refusal || !needs ? {} : await readProjectOptions(at, needs, project);
      const q = searchTextIn(at.url);
      return { project, refusal, options, q, viewerId: at.viewer.profile.id };
    },
  }).shows({
    title: ({ project }) => `${projectPropertyOf(property).name} of ${project.key}`,
    main: (props) => <ProjectPropertyMenu {...props} property={property} />,
  })
);

/** The menu of actions on a project. */
export const projectActionsMenu = page({
  path: projectActionsPagePath,
  who: "members",
  layer: "menu",
  under,
  async read(at) {
    const [{ project, refusal }, favorites] = await Promise.all([
      projectAndRefusal(at),
      at.favorites(),
    ]);
    return {
      project,
      refusal,
      mayAct: canEditProject(at.viewer, project),
      makesTemplates: isManager(at.viewer),
      favorite: favorites.some(({ id }) => id === project.id),
    };
  },
}).shows({
  title: ({ project }) => `Actions on ${project.key}`,
  main: (props) => <ProjectActionsMenu {...props} />,
});
