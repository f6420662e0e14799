import { PlaceField } from "../ui/place_field.tsx";
import type { Milestone, ProjectDetail } from "../../server/domain/projects/schema.ts";
import { Icon } from "../icons.tsx";
import { listPath } from "../paths.ts";
import { milestonesPath, openOnProjectPath } from "../project_detail_paths.ts";
import { projectPath } from "../project_paths.ts";
import { EditLink, OpenLink } from "../parts/open_link.tsx";
import { SectionHeading } from "../parts/section_heading.tsx";
import { KeptForm } from "../ui/kept_form.tsx";
import { day, type PageClock } from "../ui/time.tsx";
import { ProgressBar } from "./marks.tsx";

/** The values of a milestone's form. */
export interface MilestoneWords {
  name: string;
  targetDate: string;
}

/** The open form of a milestone. A refused form keeps its values. */
export interface OpenMilestone {
  /** Null for a new milestone. */
  id: string | null;
  typed?: MilestoneWords & { error: string };
}

interface MilestonesProps {
  project: ProjectDetail;
  writable: boolean;
  open: OpenMilestone | null;
  clock: PageClock;
}

/** A project's milestones in order, each with its progress and a link to its tasks. */
export function Milestones({ project, writable, open, clock }: MilestonesProps) {
  const { milestones } = project;
  const adding = writable && open?.id === null;
  if (milestones.length === 0 && !writable) return null;
  const moves = writable && milestones.length > 1;
  return (
    <section aria-labelledby="milestones-title">
      <SectionHeading
        id="milestones-title"
        name="Milestones"
        add={writable && !adding && {
          id: "add-milestone",
          name: "Add milestone",
          href: openOnProjectPath(project.id, { add: "milestone" }),
        }}
      />
      {milestones.length > 0
        ? (
          <ul
            id="milestones"
            data-moves={moves ? "milestones" : undefined}
            aria-labelledby="milestones-title"
            aria-describedby={moves ? "milestones-keys" : undefined}
          >
            {milestones.map((milestone) =>
              writable && open?.id === milestone.id
                ? (
                  <li id={milestone.id}>
                    <MilestoneForm project={project} milestone={milestone} open={open} />
                  </li>
                )
                : (
                  <MilestoneItem
                    project={project}
                    milestone={milestone}
                    writable={writable}
                    clock={clock}
                  />
                )
            )}
          </ul>
        )
        : !adding && <p class="detail-none">No milestones yet</p>}
      {moves && (
        <p id="milestones-keys" class="unseen">Press Alt and an arrow key to move a milestone.</p>
      )}
      {adding && <MilestoneForm project={project} open={open} />}
    </section>
  );
}

function MilestoneItem({ project, milestone, writable, clock }: Omit<MilestonesProps, "open"> & {
  milestone: Milestone;
}) {
  const { id, name, targetDate, progress } = milestone;
  const tasks = listPath({ projectId: project.id, milestoneId: id, group: "status" });
  const late = targetDate !== null && targetDate < clock.today &&
    progress.completed + progress.cancelled < progress.total;
  return (
    <li class="milestone" id={id} data-path={milestonesPath(project.id, id)}>
      <a href={tasks}>
        <Icon name="milestone" />
        <bdi>{name}</bdi>
        <span class="unseen">, tasks</span>
      </a>
      <ProgressBar progress={progress} />
      {targetDate && (
        <time datetime={targetDate} class={late ? "late" : undefined}>
          {day(targetDate, clock)}
          {late && ", overdue"}
        </time>
      )}
      {writable && (
        <EditLink
          of={id}
          href={openOnProjectPath(project.id, { milestone: id })}
          name={`Edit the milestone ${name}`}
        />
      )}
    </li>
  );
}

function MilestoneForm({ project, milestone, open }: {
  project: ProjectDetail;
  milestone?: Milestone;
  open: OpenMilestone;
}) {
  const { typed } = open;
  const id = milestone?.id ?? "milestone";
  const back = milestone ? `#open-edit-${milestone.id}` : "#add-milestone";
  return (
    <KeptForm
      class="milestone-form"
      id={milestone ? `edit-${id}` : "new-milestone"}
      action={milestonesPath(project.id, milestone?.id)}
      keeps={`${project.id}:${id}`}
      keepsAll
      next={milestone ? back : "#new-milestone-name"}
      error={typed?.error}
      saveKey
    >
      {milestone && <input type="hidden" name="version" value={String(milestone.version)} />}
      <div class="milestone-fields">
        <label>
          <span>Name</span>
          <input
            class="input"
            id={milestone ? undefined : "new-milestone-name"}
            name="name"
            value={typed?.name ?? milestone?.name ?? ""}
            data-limit={80}
            required
            autofocus
            autocomplete="off"
            placeholder="Public beta"
          />
        </label>
        <label>
          <span>Target date</span>
          <input
            class="input"
            type="date"
            name="targetDate"
            value={typed?.targetDate ?? milestone?.targetDate ?? undefined}
          />
        </label>
        {milestone && <PlaceField at={milestone.position} of={project.milestones.length} />}
      </div>
      <div class="form-actions">
        <button type="submit" class="button" data-kind="primary">
          {milestone ? "Save milestone" : "Add milestone"}
        </button>
        <OpenLink href={projectPath(project.id)} kind="quiet" cancels next={back}>
          {milestone ? "Cancel" : "Done"}
        </OpenLink>
        {milestone && (
          <button
            type="submit"
            class="button"
            data-kind="danger"
            name="act"
            value="archive"
            formnovalidate
          >
            Archive milestone
          </button>
        )}
      </div>
    </KeptForm>
  );
}
