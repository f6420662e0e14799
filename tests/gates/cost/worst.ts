import { createApproval } from "../../../server/domain/approvals/create.ts";
import { createComment } from "../../../server/domain/comments/create.ts";
import { keepUnsentComment } from "../../../server/domain/comments/unsent/keep.ts";
import { type Operation, perform } from "../../../server/domain/core/operation.ts";
import { postProjectUpdate } from "../../../server/domain/project_updates/post.ts";
import { createProject } from "../../../server/domain/projects/create.ts";
import { updateProject } from "../../../server/domain/projects/update.ts";
import { updateTask } from "../../../server/domain/tasks/update.ts";
import type { FullCast } from "../support/full_cast.ts";
import { multiplyComments, multiplyRecords } from "./multiply.ts";
import { multiplyTasks } from "./multiply_tasks.ts";
import { shapes, textOf } from "./shapes.ts";

/** Records that requests can use instead of the ones in their rows. */
export interface Worst {
  /** References of tasks with 120 comments each, by the shape of their texts. */
  tasks: Record<string, string>;
  /** IDs of projects, by the shape of their texts. */
  projects: Record<string, string>;
  /** The ID of an open task with little text. */
  plain: string;
}

const DESCRIPTION = 100_000;
/** The maximum length of a comment, a project update, or an approval request. */
const BODY = 20_000;
const longestTitle = "W".repeat(512);

/**
 * Fills the workspace with as much as people can write: first a record of each kind and text shape through operations,
 * and then copies of their rows, because thousands of writes would take minutes.
 */
export async function worsen(fullCast: FullCast): Promise<Worst> {
  const { world, ada } = fullCast;
  const plain = (await fullCast.task(ada, { title: longestTitle })).id;
  const worst: Worst = { tasks: {}, projects: {}, plain };
  const written: string[] = [];
  for (const shape of shapes) {
    const texts = { description: textOf(shape, DESCRIPTION), body: textOf(shape, BODY) };
    const task = await fullCast.task(ada, {
      title: longestTitle,
      description: texts.description,
    });
    await talk(fullCast, task.id, texts.body);
    worst.tasks[shape] = task.reference;
    worst.projects[shape] = await addProject(fullCast, texts);
    written.push(task.id);
  }
  await enlargeNamed(fullCast, plain);
  await world.database.write(async (tx) => {
    await multiplyTasks(tx, fullCast, { written, plain });
    await multiplyRecords(tx, fullCast);
  });
  return worst;
}

/** Runs an operation as the owner. */
function run<O>(
  { world, ada }: FullCast,
  // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
  operation: Operation<any, any, O>,
  input: unknown,
): Promise<O> {
  return perform(world.services, ada.member, operation, input);
}

async function talk(fullCast: FullCast, taskId: string, body: string): Promise<void> {
  const { id } = await run(fullCast, createComment, { taskId, body });
  await fullCast.world.database.write((tx) => multiplyComments(tx, taskId, id));
}

async function addProject(
  fullCast: FullCast,
  { description, body }: { description: string; body: string },
): Promise<string> {
  const input = { name: "W".repeat(80), description, teamIds: [fullCast.teams.eng] };
  const { id } = await run(fullCast, createProject, input);
  await run(fullCast, postProjectUpdate, { projectId: id, health: "atRisk", body });
  return id;
}

/** Gives the records in the rows their longest texts. The rows check checkboxes in the texts. */
async function enlargeNamed(fullCast: FullCast, plain: string): Promise<void> {
  const { ids, world } = fullCast;
  const [boxes, body] = [textOf("checkboxes", DESCRIPTION - 100), textOf("checkboxes", BODY)];
  const description = `- [ ] oil the lock\n- [ ] oil the hinges\n${boxes}`;
  await run(fullCast, updateTask, { taskId: ids.task, patch: { description } });
  const patch = { description: `- [ ] oil the hinges\n${boxes}` };
  await run(fullCast, updateProject, { projectId: ids.project, patch });
  await run(fullCast, postProjectUpdate, { projectId: ids.project, health: "atRisk", body });
  await run(fullCast, createApproval, { taskId: ids.task, approverId: ids.bao, body });
  await run(fullCast, keepUnsentComment, { taskId: plain, body });
  await talk(fullCast, ids.task!, body);
  const { version } = await world.database.read.selectFrom("tasks").select("version")
    .where("id", "=", ids.task!).executeTakeFirstOrThrow();
  ids.version = String(version);
}
