import { Main } from "../../../views/layouts/shell.tsx";
import { ProjectBar, ProjectDetailContent } from "../../../views/projects/detail.tsx";
import { projectPagePath } from "../../../views/project_paths.ts";
import { editableTexts } from "../../../views/project_detail_paths.ts";
import type { ProjectEdit } from "../../../views/projects/texts.tsx";
import { page, type Props } from "../page.ts";
import { readProjectPage } from "./detail.ts";
import {
  saveProjectDescription,
  saveProjectKey,
  saveProjectName,
  saveProjectSummary,
} from "./save_text.ts";

type ProjectPage = Awaited<ReturnType<typeof readProjectPage>>;

export const projectPage = page({
  path: projectPagePath,
  who: "members",
  planning: true,
  read: readProjectPage,
}).shows({
  title: ({ project }) => `${project.key} ${project.name}`,
  bar: ({ project, favorite }) => <ProjectBar project={project} favorite={favorite} />,
  main: (props) => (
    <Main kind="detail">
      <ProjectDetailContent {...props} edit={editOf(props)} />
    </Main>
  ),
  compose: ({ project }) => ({ projectId: project.id, teamId: project.teams[0]?.id }),
  live: ({ project }) => [`project:${project.id}`, "projects", "favorites"],
});

const saving = {
  name: saveProjectName,
  key: saveProjectKey,
  summary: saveProjectSummary,
  description: saveProjectDescription,
};

/** The text that is open: one that was refused as it was typed, or the one that the URL opens. */
function editOf({ project, refusal, opens, refused }: Props<ProjectPage>): ProjectEdit | null {
  if (refusal) return null;
  for (const field of editableTexts) {
    const form = refused(saving[field]);
    if (!form) continue;
    const { values, status, errors, rest } = form;
    const { version, ...typed } = values;
    const value = Object.values(typed)[0] ?? "";
    const why = status === 412 ? { stale: true } : {
      error: Object.values(errors)[0] ?? rest,
      ...(version >= 0 && { version }),
    };
    return { field, value: String(value), refused: true, ...why };
  }
  const field = opens.edit;
  return field && { field, value: project[field] ?? "" };
}
