import { createMilestone } from "../../../server/domain/milestones/create.ts";
import { within } from "../../../server/domain/core/operation.ts";
import { postProjectUpdate } from "../../../server/domain/project_updates/post.ts";
import { createProject } from "../../../server/domain/projects/create.ts";
import { addDependency } from "../../../server/domain/projects/dependencies.ts";
import { updateProject } from "../../../server/domain/projects/update.ts";
import type { DemoCast } from "./cast.ts";
import type { Event } from "./events.ts";
import type { PlannedProject } from "./project_plan.ts";

/**
 * Plans a project's events: the owner creates it with milestones and dependencies, and the lead posts updates
 * and completes it.
 * @param all all projects of the demo, including its blocker
 */
export function projectEvents(
  cast: DemoCast,
  project: PlannedProject,
  all: readonly PlannedProject[],
): Event[] {
  const { demo, createdAt, completedAt } = project;
  const owner = cast.members.get(cast.owner)!;
  const lead = cast.members.get(demo.lead)!;
  const blocker = all.find((other) => other.demo.key === demo.waitsFor);
  const event = (at: Date, happen: Event["happen"]) => ({ at, happen });
  return [
    creation(cast, project),
    ...project.milestones.map((milestone, n) =>
      event(after(createdAt, n + 1), async (as, made) => {
        const { id } = await within(as(owner), createMilestone, {
          projectId: made.get(project)!,
          name: milestone.name,
          targetDate: day(milestone.targetDate),
        });
        made.set(milestone, id);
      })
    ),
    ...(blocker ? [blocker] : []).map((other) =>
      event(after(createdAt, 9), async (as, made) => {
        const [projectId, otherId] = [made.get(project)!, made.get(other)!];
        await within(as(owner), addDependency, { projectId, otherId });
      })
    ),
    ...project.updates.map(({ at, health, body }) =>
      event(at, async (as, made) => {
        const projectId = made.get(project)!;
        await within(as(lead), postProjectUpdate, { projectId, health, body });
      })
    ),
    ...(completedAt ? [completedAt] : []).map((at) =>
      event(at, async (as, made) => {
        const patch = { status: "completed" };
        await within(as(lead), updateProject, { projectId: made.get(project)!, patch });
      })
    ),
  ];
}

function creation(cast: DemoCast, project: PlannedProject): Event {
  const { demo, createdAt, targetDate } = project;
  const profileId = (username: string) => cast.members.get(username)!.profile.id;
  return {
    at: createdAt,
    async happen(as, made) {
      const { id } = await within(as(cast.members.get(cast.owner)!), createProject, {
        key: demo.key,
        name: demo.name,
        summary: demo.summary,
        description: demo.description,
        priority: demo.priority,
        status: demo.status,
        labels: demo.labels,
        leadId: profileId(demo.lead),
        memberIds: demo.members.map(profileId),
        teamIds: demo.teams.map((key) => cast.teamIds.get(key)!),
        startDate: day(createdAt),
        targetDate: day(targetDate),
      });
      made.set(project, id);
    },
  };
}

function after(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1_000);
}

function day(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
