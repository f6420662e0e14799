import { perform, type Services } from "../../../server/domain/operation.ts";
import { createTask } from "../../../server/domain/tasks/create.ts";
import { updateTask } from "../../../server/domain/tasks/update.ts";
import type { Stage } from "./cast.ts";
import type { Step } from "./history.ts";
import type { Person } from "./people.ts";
import type { PlannedTask } from "./plan.ts";

/** How many events go to the database at once: what one commit of its write queue takes. */
const AT_ONCE = 64;

/** Something that happens to a task: it is made (no step), or a step changes it. */
interface Event {
  at: Date;
  task: PlannedTask;
  step: Step | undefined;
}

/**
 * Lets the plan happen, in the order of time, through the very operations that people use, so that numbers,
 * activity and the search index are what they would be.
 * @param services their clock is set to each event's moment
 */
export async function play(services: Services, stage: Stage, plan: PlannedTask[]): Promise<void> {
  const ids = new Map<PlannedTask, string>();
  let batch: Promise<void>[] = [];
  for (const event of inOrder(plan)) {
    const needed = event.step ? event.task : event.task.parent;
    if (batch.length === AT_ONCE || (needed && !ids.has(needed))) {
      await Promise.all(batch);
      batch = [];
    }
    batch.push(happen(services, stage, event, ids));
  }
  await Promise.all(batch);
}

function inOrder(plan: PlannedTask[]): Event[] {
  const events = plan.flatMap((task): Event[] => [
    { at: task.createdAt, task, step: undefined },
    ...task.steps.map((step) => ({ at: step.at, task, step })),
  ]);
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}

async function happen(
  services: Services,
  stage: Stage,
  { at, task, step }: Event,
  ids: Map<PlannedTask, string>,
): Promise<void> {
  const then: Services = { ...services, clock: () => at };
  const profileId = (person: Person) => stage.members.get(person.username)!.profile.id;
  if (step) {
    const { assignee, ...patch } = step.patch;
    await perform(then, stage.members.get(step.by.username)!, updateTask, {
      taskId: ids.get(task)!,
      patch: { ...patch, ...(assignee && { assigneeId: profileId(assignee) }) },
    });
    return;
  }
  const made = await perform(then, stage.members.get(task.creator.username)!, createTask, {
    title: task.title,
    teamId: stage.teamIds.get(task.team.key)!,
    description: task.description,
    status: task.status,
    priority: task.priority,
    tags: task.tags,
    assigneeId: task.assignee && profileId(task.assignee),
    deadlineAt: task.deadline?.toISOString().slice(0, 10),
    parentId: task.parent && ids.get(task.parent),
    draft: task.draft,
  });
  ids.set(task, made.id);
}
