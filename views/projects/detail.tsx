import type { Child } from "hono/jsx";
import type { ProgressOverTime, ProjectDetail } from "../../server/domain/projects/schema.ts";
import type { ShownTexts } from "../markdown.tsx";
import { BackLink, MoreActions } from "../parts/detail_bar.tsx";
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
  /** The text that is open for editing. */
  edit: ProjectEdit | null;
  /** Why the viewer can't change the project, or null if they can. */
  refusal: string | null;
  /** Whether the viewer can archive and restore the project. */
  mayAct: boolean;
  viewerId: string;
  texts: ShownTexts;
  /** The unposted update. */
  draft: UpdateDraft | null;
  openMilestone: OpenMilestone | null;
  tasks: { rows: Child; shown: number; more: boolean; composes: boolean };
  progress: ProgressOverTime;
  opens: { history?: "all" | undefined };
}

/** The bar of a project: a link back, and its actions. */
export function ProjectBar({ project, favorite }: { project: ProjectDetail; favorite: boolean }) {
  return (
    <>
      <BackLink href={projectsPath} name="Back to projects" reference={project.key} />
      {project.archivedAt === null && (
        <FavoriteButton kind="project" id={project.id} on={favorite} />
      )}
      <MoreActions href={projectMenuPath(project.id, "actions")} />
    </>
  );
}

/** A project's page: texts, plan, and activity on the left, properties on the right. */
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

/** The notice on an archived project, with a button that restores it. */
function ArchivedNotice({ project, mayAct }: { project: ProjectDetail; mayAct: boolean }) {
  const action = projectPath(project.id);
  return (
    <Notice>
      <p>
        This project is archived. Lists and the roadmap hide archived projects. To make changes,
        restore the project.
      </p>
      {mayAct && (
        <form class="form-actions" method="post" action={action} hx-post={action}>
          <button type="submit" class="button" data-kind="primary" name="act" value="restore">
            Restore project
          </button>
        </form>
      )}
    </Notice>
  );
}
