import type { Member } from "../../../server/domain/core/actor.ts";
import { createComment } from "../../../server/domain/comments/create.ts";
import { operation, type Services, within } from "../../../server/domain/core/operation.ts";
import { addTask, createTask } from "../../../server/domain/tasks/create.ts";
import { changeTask, updateTask } from "../../../server/domain/tasks/update.ts";
import type { DemoCast } from "./cast.ts";
import type { PlannedComment } from "./comments.ts";
import type { Event, Made } from "./events.ts";
import type { Step } from "./history.ts";
import type { Person } from "./people.ts";
import type { Plan, PlannedTask } from "./plan.ts";
import { projectEvents } from "./project_events.ts";

// The demo needs no JSON of the tasks
const makeTask = operation({ ...createTask, run: addTask });
const reviseTask = operation({ ...updateTask, run: changeTask });

/** The number of events per commit: small enough for a server on the same database to wait. */
const AT_ONCE = 1_000;

/**
 * Runs the plan in order of time through the operations that people use. Numbers, activity, inboxes, and the search
 * index are therefore realistic.
 */
export async function replay(services: Services, cast: DemoCast, plan: Plan): Promise<void> {
  const made: Made = new Map();
  const events = inOrder(cast, plan);
  for (let from = 0; from < events.length; from += AT_ONCE) {
    let effects: (() => void)[] = [];
    await services.database.write(async (tx, beforeCommit) => {
      effects = [];
      const afterCommit = (effect: () => void) => void effects.push(effect);
      const then = { tx, db: tx, services, beforeCommit, afterCommit };
      for (const { at: now, happen } of events.slice(from, from + AT_ONCE)) {
        await happen((actor) => ({ ...then, actor, now, act: {} }), made);
      }
    });
    for (const effect of effects) effect();
  }
}

function inOrder(cast: DemoCast, { tasks, projects }: Plan): Event[] {
  const events = [
    ...projects.flatMap((project) => projectEvents(cast, project, projects)),
    ...tasks.flatMap((task) => [
      creation(cast, task),
      ...task.steps.map((step) => change(cast, task, step)),
      ...task.comments.map((comment) => remark(cast, task, comment)),
    ]),
  ];
  return events.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function creation(cast: DemoCast, task: PlannedTask): Event {
  const { createdAt, creator, comments: _comments, steps: _steps, ...planned } = task;
  const { parent, project, milestone, team, assignee, deadline, ...given } = planned;
  return {
    at: createdAt,
    async happen(as, made) {
      const { id } = await within(as(member(cast, creator)), makeTask, {
        ...given,
        teamId: cast.teamIds.get(team.key)!,
        assigneeId: assignee && member(cast, assignee).profile.id,
        deadlineAt: deadline?.toISOString().slice(0, 10),
        parentId: parent && made.get(parent),
        projectId: project && made.get(project),
        milestoneId: milestone && made.get(milestone),
      });
      made.set(task, id);
    },
  };
}

function change(cast: DemoCast, task: PlannedTask, { at, by, patch }: Step): Event {
  const { assignee, ...rest } = patch;
  return {
    at,
    async happen(as, made) {
      await within(as(member(cast, by)), reviseTask, {
        taskId: made.get(task)!,
        patch: { ...rest, ...(assignee && { assigneeId: member(cast, assignee).profile.id }) },
      });
    },
  };
}

function remark(cast: DemoCast, task: PlannedTask, { at, by, body }: PlannedComment): Event {
  return {
    at,
    async happen(as, made) {
      await within(as(member(cast, by)), createComment, { taskId: made.get(task)!, body });
    },
  };
}

/** Returns a person of the demo as an actor. */
function member(cast: DemoCast, person: Person): Member {
  return cast.members.get(person.username)!;
}
