import type { Child } from "hono/jsx";
import type { ProgressOverTime, ProjectDetail } from "../../server/domain/projects/schema.ts";
import type { ShownTexts } from "../markdown.tsx";
import { MoreActions, WayBack } from "../parts/detail_bar.tsx";
import { projectMenuPath } from "../project_detail_paths.ts";
import { projectPath, projectsPath } from "../project_paths.ts";
import { Notice } from "../ui/field.tsx";
import { FavoriteButton } from "../ui/favorite.tsx";
import type { PageClock } from "../ui/time.tsx";
import { BurnUp } from "./burn_up.tsx";
import { Dependencies } from "./dependencies.tsx";
import { ProjectHealth } from "./health.tsx";
import { ProjectHistory } from "./history.tsx";
import { Milestones, type OpenMilestone } from "./milestones.tsx";
import { ProjectProgress } from "./progress.tsx";
import { ProjectRail } from "./rail.tsx";
import { ProjectTasks } from "./tasks.tsx";
import { ProjectUpdates, type UpdateDraft } from "./updates.tsx";
import { ProjectDescription, type ProjectEdit, ProjectHead } from "./texts.tsx";

export interface ProjectDetailProps {
  project: ProjectDetail;
  clock: PageClock;
  /** What is open for editing, if anything. */
  edit: ProjectEdit | null;
  /** Why the viewer can't change it; null where they can. */
  refusal: string | null;
  /** Whether they may archive and restore it. */
  mayAct: boolean;
  viewerId: string;
  texts: ShownTexts;
  /** The update that is being written. */
  draft: UpdateDraft | null;
  openMilestone: OpenMilestone | null;
  tasks: { rows: Child; shown: number; more: boolean; composes: boolean };
  progress: ProgressOverTime;
  opens: { history?: "all" | undefined };
}

/** The way back from a project, and what else one can do with it. */
export function ProjectBar({ project, favorite }: { project: ProjectDetail; favorite: boolean }) {
  return (
    <>
      <WayBack href={projectsPath} name="Back to the projects" reference={project.key} />
      {project.archivedAt === null && (
        <FavoriteButton kind="project" id={project.id} on={favorite} />
      )}
      <MoreActions href={projectMenuPath(project.id, "actions")} />
    </>
  );
}

/** A project's texts and plan on the left, its properties on the right, what happened to it below. */
export function ProjectDetailContent(props: ProjectDetailProps) {
  const { project, clock, refusal, mayAct, openMilestone, tasks, progress, opens } = props;
  const text = { ...props, writable: refusal === null };
  return (
    <div class="detail-grid" x-ignore data-project={projectPath(project.id)}>
      <article class="detail-text" aria-label={project.name}>
        {project.archivedAt !== null && <ArchivedNotice project={project} mayAct={mayAct} />}
        <ProjectHead {...text} />
        <ProjectHealth project={project} clock={clock} />
        <ProjectProgress project={project} />
        <ProjectDescription {...text} />
        <ProjectUpdates {...text} />
        <Milestones {...text} open={openMilestone} />
        <Dependencies {...text} />
        <ProjectTasks project={project} {...tasks} />
        <BurnUp progress={progress} clock={clock} />
        <ProjectHistory {...text} all={opens.history === "all"} />
      </article>
      <ProjectRail project={project} clock={clock} refusal={refusal} />
    </div>
  );
}

/** Says that a project is archived, and offers to restore it. */
function ArchivedNotice({ project, mayAct }: { project: ProjectDetail; mayAct: boolean }) {
  const action = projectPath(project.id);
  return (
    <Notice>
      <p>
        This project is archived. Lists and the roadmap leave it out, and until it is restored
        nothing of it changes.
      </p>
      {mayAct && (
        <form class="form-actions" method="post" action={action} hx-post={action}>
          <button type="submit" class="button" data-kind="primary" name="act" value="restore">
            Restore
          </button>
        </form>
      )}
    </Notice>
  );
}
