import { Main } from "../../../views/layouts/shell.tsx";
import { ProjectBar, ProjectDetailContent } from "../../../views/projects/detail.tsx";
import { projectPagePath } from "../../../views/project_paths.ts";
import { editableTexts } from "../../../views/project_detail_paths.ts";
import type { MilestoneWords, OpenMilestone } from "../../../views/projects/milestones.tsx";
import type { UpdateDraft } from "../../../views/projects/updates.tsx";
import type { ProjectEdit } from "../../../views/projects/texts.tsx";
import { page, type Props } from "../page.ts";
import { refusedText, whyRefused } from "../refusal.ts";
import { readProjectDetail } from "./detail.ts";
import { addMilestone, archiveMilestoneAction, changeMilestone } from "./milestones.ts";
import { postUpdate } from "./updates.ts";
import {
  saveProjectDescription,
  saveProjectKey,
  saveProjectName,
  saveProjectSummary,
} from "./save_text.ts";

type Detail = Awaited<ReturnType<typeof readProjectDetail>>;

export const projectPage = page({
  path: projectPagePath,
  who: "members",
  areas: ["planning", "projects"],
  read: readProjectDetail,
}).shows({
  title: ({ project }) => `${project.key} ${project.name}`,
  bar: ({ project, favorite }) => <ProjectBar project={project} favorite={favorite} />,
  main: (props) => (
    <Main kind="detail">
      <ProjectDetailContent
        {...props}
        edit={editOf(props)}
        draft={draftOf(props)}
        openMilestone={openMilestoneOf(props)}
      />
    </Main>
  ),
  compose: ({ project }) => ({ projectId: project.id, teamId: project.teams[0]?.id }),
  opens: ({ project }) => ({ kind: "project", id: project.id }),
  live: ({ project }) => [`project:${project.id}`, "projects", "favorites"],
});

const saving = {
  name: saveProjectName,
  key: saveProjectKey,
  summary: saveProjectSummary,
  description: saveProjectDescription,
};

/** Returns the open text: a refused one, or the one that the URL opens. */
function editOf({ project, refusal, opens, refused }: Props<Detail>): ProjectEdit | null {
  if (refusal) return null;
  for (const field of editableTexts) {
    const form = refused(saving[field]);
    if (form) return refusedText(form, field);
  }
  const field = opens.edit;
  return field && { field, value: project[field] ?? "" };
}

/** Returns the unposted update: a refused one, or the prefilled text. */
function draftOf({ project, opens, facts, refused }: Props<Detail>): UpdateDraft | null {
  const form = refused(postUpdate);
  if (form) return { ...form.values, error: whyRefused(form) };
  return opens.add === "update" ? { health: project.health ?? "onTrack", body: facts } : null;
}

/** Returns the open milestone: a refused one, or the one that the URL opens. */
function openMilestoneOf({ project, opens, refused }: Props<Detail>): OpenMilestone | null {
  const added = refused(addMilestone);
  if (added) return { id: null, typed: { ...wordsOf(added.values), error: whyRefused(added) } };
  for (const { id, name, targetDate } of project.milestones) {
    const changed = refused(changeMilestone, id);
    if (changed) return { id, typed: { ...wordsOf(changed.values), error: whyRefused(changed) } };
    const archived = refused(archiveMilestoneAction, id);
    if (archived) {
      return { id, typed: { name, targetDate: targetDate ?? "", error: whyRefused(archived) } };
    }
  }
  if (opens.add === "milestone") return { id: null };
  return opens.milestone === null ? null : { id: opens.milestone };
}

function wordsOf({ name, targetDate }: Record<string, unknown>): MilestoneWords {
  return { name: String(name ?? ""), targetDate: String(targetDate ?? "") };
}
