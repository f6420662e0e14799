import { createApproval } from "../../../server/domain/approvals/create.ts";
import { createComment } from "../../../server/domain/comments/create.ts";
import { keepUnsentComment } from "../../../server/domain/comments/unsent/keep.ts";
import { listInbox } from "../../../server/domain/inbox/list.ts";
import { listTaskActivity } from "../../../server/domain/tasks/list_activity.ts";
import { unsubscribeToken } from "../../../server/domain/core/unsubscribe_token.ts";
import { addRelation } from "../../../server/domain/relations/add.ts";
import { createResource } from "../../../server/domain/resources/create.ts";
import { createTaskTemplate } from "../../../server/domain/task_templates/create.ts";
import { updateTask } from "../../../server/domain/tasks/update.ts";
import { createInvitation } from "../../../server/domain/invitations/create.ts";
import { createTaskLabel } from "../../../server/domain/task_labels/create.ts";
import { createMilestone } from "../../../server/domain/milestones/create.ts";
import { type Operation, perform } from "../../../server/domain/core/operation.ts";
import { createProjectLabel } from "../../../server/domain/project_labels/create.ts";
import { createProjectTemplate } from "../../../server/domain/project_templates/create.ts";
import { createProject } from "../../../server/domain/projects/create.ts";
import { listProjectActivity } from "../../../server/domain/projects/list_activity.ts";
import { updateProject } from "../../../server/domain/projects/update.ts";
import { addDependency } from "../../../server/domain/projects/dependencies.ts";
import { parseJson } from "../../../server/domain/core/json.ts";
import { createTeam } from "../../../server/domain/teams/create.ts";
import { createView } from "../../../server/domain/saved_views/create.ts";
import { subscribeToView } from "../../../server/domain/saved_views/subscribe.ts";
import { updateView } from "../../../server/domain/saved_views/update.ts";
import { createWorkflow } from "../../../server/domain/workflows/create.ts";
import { defaultStates } from "../../../server/domain/workflows/pick_state.ts";
import { assemble, type Cast, joinWorkspace, type Person } from "../../support/cast.ts";
import { inWrite, type World } from "../../support/world.ts";

/** A word in every private text, so that leaks are found anywhere. */
export const privateWord = "Quillwort";

/** The cast in a workspace with a record of every kind. */
export interface FullCast extends Cast {
  /** Leads Engineering, without being an owner or admin. */
  lea: Person;
  /** In no team. */
  tove: Person;
  /** In no team, and leads the project Gatehouse. */
  priya: Person;
  /** A former member, who just left the workspace. */
  remo: Person;
  /** IDs of records, by kind. */
  ids: Record<string, string>;
}

/** Fills a world with the cast, more people, and records of every kind. */
export async function populate(world: World): Promise<FullCast> {
  const cast = await assemble(world);
  const { workspaceId, teams } = cast;
  const join = (user: string, name: string, team: [string, "lead"] | null = null) =>
    joinWorkspace(world, workspaceId, user, name, "member", team);
  const people = {
    lea: await join("lea", "Lea Brandt", [teams.eng, "lead"]),
    tove: await join("tove", "Tove Lind"),
    priya: await join("priya", "Priya Rao"),
    remo: await join("remo", "Remo Conti"),
  };
  const fullCast: FullCast = { ...cast, ...people, ids: {} };
  nameProfiles(fullCast);
  await addTasks(fullCast);
  await addTalk(fullCast);
  await addApprovals(fullCast);
  await addProjects(fullCast);
  await addViews(fullCast);
  await addAdministration(fullCast);
  await removeRemo(fullCast);
  return fullCast;
}

/** Performs an operation as a person and returns its result. */
function as(fullCast: FullCast, by: Person) {
  // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
  return <O>(operation: Operation<any, any, O>, input: unknown): Promise<O> =>
    perform(fullCast.world.services, by.member, operation, input);
}

function nameProfiles({ ids, ada, bao, lea, chidi, esra, dina, tove, priya }: FullCast): void {
  const people = { ada, bao, lea, chidi, esra, dina, tove, priya };
  for (const [name, { member }] of Object.entries(people)) ids[name] = member.profile.id;
}

/** Runs each one at its own time, so that records are in order of creation. */
async function addTasks(fullCast: FullCast): Promise<void> {
  const { ada, dina, chidi, ids, teams, world } = fullCast;
  const add = async (by: Person, input: Record<string, unknown>) => {
    world.clock.advance({ seconds: 1 });
    return (await fullCast.task(by, input)).id;
  };
  const boxes = { description: "- [ ] oil the hinges" };
  ids.task = await add(ada, { ...boxes, title: "Mend the gate", tags: ["Bug"] });
  ids.otherTask = await add(chidi, { ...boxes, title: "Oil the hinge" });
  ids.draft = await add(chidi, { title: "Draw a key", draft: true });
  const hidden = { ...boxes, title: `${privateWord} salaries`, teamId: teams.ppl };
  ids.privateTask = await add(dina, hidden);
  ids.privateParent = await add(dina, { ...hidden, title: `${privateWord} plan` });
}

async function addTalk(fullCast: FullCast): Promise<void> {
  const { ada, chidi, dina, ids, teams } = fullCast;
  const run = as(fullCast, ada);
  const taskId = ids.task!;
  const comment = await as(fullCast, chidi)(createComment, {
    taskId,
    body: "- [ ] oil the hinges",
  });
  ids.comment = comment.id;
  const secret = { taskId: ids.privateTask, body: `${privateWord} it is` };
  await as(fullCast, dina)(createComment, secret);
  for (const id of [taskId, ids.privateTask]) {
    await run(keepUnsentComment, { taskId: id, body: `${privateWord} is half a thought` });
  }
  await run(addRelation, { taskId, kind: "relatesTo", otherId: ids.otherTask });
  await run(addRelation, { taskId, kind: "relatesTo", otherId: ids.privateTask });
  ids.resource = (await run(createResource, { taskId, url: "https://example.com/a" })).id;
  await run(updateTask, { taskId, patch: { assigneeId: ids.chidi } });
  const { id: ownTask } = await fullCast.task(chidi, { title: "Sand the post" });
  await as(fullCast, chidi)(updateTask, { taskId: ownTask, patch: { priority: "low" } });
  ids.activity = await newestEntry(fullCast, ownTask);
  const { records } = await as(fullCast, chidi)(listInbox, {});
  ids.notification = parseJson<{ id: string }[]>(records)[0]!.id;
  ids.taskTemplate = (await run(createTaskTemplate, { name: "Repair" })).id;
  const template = { name: `${privateWord} review`, teamId: teams.ppl };
  ids.privateTemplate = (await run(createTaskTemplate, template)).id;
}

async function newestEntry(fullCast: FullCast, taskId: string): Promise<string> {
  const { records } = await as(fullCast, fullCast.ada)(listTaskActivity, { taskId, limit: 1 });
  return parseJson<{ id: string }[]>(records)[0]!.id;
}

/** Approval requests: Lea asks the member, and the private team's lead asks the owner. */
async function addApprovals(fullCast: FullCast): Promise<void> {
  const { lea, dina, ids } = fullCast;
  const asked = { taskId: ids.task, approverId: ids.chidi, body: "May I cut the old lock?" };
  ids.approval = (await as(fullCast, lea)(createApproval, asked)).id;
  const secret = { taskId: ids.privateTask, approverId: ids.ada, body: `${privateWord} raise` };
  ids.privateApproval = (await as(fullCast, dina)(createApproval, secret)).id;
  const { records } = await as(fullCast, fullCast.ada)(listInbox, {});
  ids.ownersNotification = parseJson<{ id: string }[]>(records)[0]!.id;
}

async function addProjects(fullCast: FullCast): Promise<void> {
  const { ada, ids, teams } = fullCast;
  const run = as(fullCast, ada);
  const project = async (input: Record<string, unknown>) => (await run(createProject, input)).id;
  const teamIds = [teams.eng];
  const boxes = { description: "- [ ] oil the hinges" };
  ids.project = await project({ ...boxes, name: "Gatehouse", leadId: ids.priya, teamIds });
  ids.otherProject = await project({ name: "Footbridge" });
  ids.blockingProject = await project({ name: "Survey" });
  const hidden = { ...boxes, name: `${privateWord} office`, teamIds: [teams.ppl] };
  ids.privateProject = await project(hidden);
  await run(addDependency, { projectId: ids.project, otherId: ids.blockingProject });
  // Changes that only Ada can undo
  for (const projectId of [ids.project, ids.privateProject]) {
    await run(updateProject, { projectId, patch: { summary: "Stone by stone" } });
  }
  const happened = await run(listProjectActivity, { projectId: ids.project, limit: 1 });
  ids.projectActivity = parseJson<{ id: string }[]>(happened.records)[0]!.id;
  const milestone = { projectId: ids.project, name: "Foundations" };
  ids.milestone = (await run(createMilestone, milestone)).id;
  ids.projectLabel = (await run(createProjectLabel, { name: "Masonry" })).id;
  ids.otherProjectLabel = (await run(createProjectLabel, { name: "Infrastructure" })).id;
  ids.projectTemplate = (await run(createProjectTemplate, { name: "Small works" })).id;
}

/** Views of the member, of everyone, and of a private team and project. */
async function addViews(fullCast: FullCast): Promise<void> {
  const { ada, chidi, ids, teams } = fullCast;
  const save = async (by: Person, input: Record<string, unknown>): Promise<string> =>
    (await as(fullCast, by)(createView, input)).id;
  ids.ownView = await save(chidi, { name: "Mine" });
  ids.view = await save(chidi, { name: "All, open", scope: "workspace" });
  await as(fullCast, chidi)(updateView, { viewId: ids.view, patch: { name: "All open" } });
  const secret = { name: `${privateWord} pay`, scope: "team", teamId: teams.ppl };
  ids.privateView = await save(ada, secret);
  const office = { name: `${privateWord} rooms`, scope: "project", projectId: ids.privateProject };
  ids.privateProjectView = await save(ada, office);
  const plans = { name: "Plans", kind: "project", scope: "workspace" };
  ids.projectsView = await save(chidi, plans);
  ids.privateProjectsView = await save(ada, { ...secret, kind: "project" });
  // Everyone's changes to a task or a project
  for (const viewId of [ids.view, ids.ownView, ids.projectsView]) {
    await as(fullCast, chidi)(subscribeToView, { viewId });
  }
}

async function addAdministration(fullCast: FullCast): Promise<void> {
  const { ada, ids, world } = fullCast;
  const run = as(fullCast, ada);
  const support = { name: "Support", key: "SUP" };
  ids.support = (await run(createTeam, support)).id;
  const workflow = await run(createWorkflow, {
    name: "Plain",
    states: [...defaultStates, { name: "Parked", status: "backlogged" }],
  });
  ids.workflow = workflow.id;
  const { states } = parseJson(workflow.json);
  ids.workflowState = states[0]!.id;
  ids.parkedState = states.at(-1)!.id;
  ids.label = (await run(createTaskLabel, { name: "Hinge" })).id;
  ids.otherLabel = (await run(createTaskLabel, { name: "Bolt" })).id;
  const invite = async (email: string): Promise<string> =>
    parseJson<{ id: string }>(await run(createInvitation, { email })).id;
  ids.invitation = await invite("ines@example.com");
  ids.mailToken = await inWrite(
    world.services,
    (context) => unsubscribeToken(context, ada.member.userId),
  );
  ids.frodesInvitation = await invite("frode@example.com");
  // After the time in which a person gets no further email
  world.clock.advance({ minutes: 2 });
}

async function removeRemo({ world, remo }: FullCast): Promise<void> {
  await world.database.write(async (tx) => {
    await tx.updateTable("profiles").set({ removed_at: world.clock.now().toISOString() })
      .where("id", "=", remo.member.profile.id).execute();
  });
}
