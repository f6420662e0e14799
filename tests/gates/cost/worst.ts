import { createApproval } from "../../../server/domain/approvals/create.ts";
import { createComment } from "../../../server/domain/comments/create.ts";
import { keepUnsentComment } from "../../../server/domain/comments/unsent/keep.ts";
import type { Db, Operation } from "../../../server/domain/core/operation.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { postProjectUpdate } from "../../../server/domain/project_updates/post.ts";
import { updateProject } from "../../../server/domain/projects/update.ts";
import { createProject } from "../../../server/domain/projects/create.ts";
import { indexTasks } from "../../../server/domain/side_effects/search_index.ts";
import { updateTask } from "../../../server/domain/tasks/update.ts";
import type { Premises } from "../support/premises.ts";
import { copyOf, copyRows, wide } from "./copies.ts";
import { shapes, textOf } from "./shapes.ts";

/** What a request can name instead of the rows' own records: one of each shape. */
export interface Worst {
  /** References of tasks, and IDs of projects, each with texts of one shape. */
  tasks: Record<string, string>;
  projects: Record<string, string>;
  /** The ID of an open task with little text. */
  plain: string;
}

const DESCRIPTION = 100_000;
const SPOKEN = 20_000;
const TASKS = 120;
const COMMENTS = 300;
/** Of records with a text of 100,000 characters each: as many as make a list larger than an answer can be. */
const LARGE = 30;

/** Fills the premises with as much as the limits let people write. */
export async function worsen(premises: Premises): Promise<Worst> {
  const { world, ada, ids } = premises;
  // deno-lint-ignore no-explicit-any -- any operation of the domain, with any input
  const run = <O>(operation: Operation<any, any, O>, input: unknown): Promise<O> =>
    perform(world.services, ada.member, operation, input);
  const plain = (await premises.task(ada, { title: "W".repeat(512) })).id;
  const worst: Worst = { tasks: {}, projects: {}, plain };
  const own: string[] = [];
  for (const shape of shapes) {
    const description = textOf(shape, DESCRIPTION);
    const body = textOf(shape, SPOKEN);
    const task = await premises.task(ada, { title: "W".repeat(512), description });
    const comment = await run(createComment, { taskId: task.id, body });
    const input = { name: "W".repeat(80), description, teamIds: [premises.teams.eng] };
    const project = await run(createProject, input);
    await run(postProjectUpdate, { projectId: project.id, health: "atRisk", body });
    worst.tasks[shape] = task.reference;
    worst.projects[shape] = project.id;
    own.push(task.id);
    await world.database.write((tx) => talk(tx, task.id, comment.id));
  }
  // The records that the rows of pages, actions, and endpoints name
  const boxes = textOf("checkboxes", SPOKEN);
  const description = `- [ ] oil the lock\n- [ ] oil the hinges\n${
    textOf("checkboxes", DESCRIPTION - 50)
  }`;
  await run(updateTask, { taskId: ids.task, patch: { description } });
  await run(updateProject, {
    projectId: ids.project,
    patch: { description: description.slice("- [ ] oil the lock\n".length) },
  });
  const { id } = await run(createComment, { taskId: ids.task, body: boxes });
  await run(postProjectUpdate, { projectId: ids.project, health: "atRisk", body: boxes });
  await run(createApproval, { taskId: ids.task, approverId: ids.bao, body: boxes });
  await run(keepUnsentComment, { taskId: plain, body: boxes });
  await world.database.write(async (tx) => {
    await talk(tx, ids.task!, id);
    await multiply(tx, premises, own, plain);
  });
  const { version } = await world.database.read.selectFrom("tasks").select("version")
    .where("id", "=", ids.task!).executeTakeFirstOrThrow();
  ids.version = String(version);
  return worst;
}

/** Comments as the first one, each with its activity. */
async function talk(tx: Db, taskId: string, commentId: string): Promise<void> {
  await copyRows(tx, { table: "comments", of: `s.id = '${commentId}'`, count: COMMENTS });
  await copyRows(tx, {
    table: "activity",
    of: `s.subject_id = '${taskId}' and s.kind = 'task.commented'
      and s.data like '%${commentId}%'`,
    count: COMMENTS,
    set: {
      data: `replace(s.data, '${commentId}', ${copyOf(`'${commentId}'`)})`,
      undo: `replace(s.undo, '${commentId}', ${copyOf(`'${commentId}'`)})`,
      act_id: copyOf("s.act_id"),
    },
  });
}

async function multiply(tx: Db, premises: Premises, own: readonly string[], plain: string): Promise<void> {
  const { ids, teams, workspaceId, ada } = premises;
  const me = ada.member.profile.id;
  const one = (id: string | undefined) => `s.id = '${id}'`;
  const named = { name: wide(), name_key: wide() };
  await tasks(tx, premises, own, plain);
  const copies: Parameters<typeof copyRows>[1][] = [
    { table: "users", of: `s.id = '${ada.member.userId}'`, count: 300, set: { email: "'w' || n || '@example.com'" } },
    {
      table: "profiles",
      of: one(me),
      count: 300,
      set: {
        name: wide(),
        username: "'w' || n",
        user_id: copyOf("s.user_id"),
        role: "'member'",
        title: "printf('%.*c', 80, 'W')",
        bio: "printf('%.*c', 2000, 'a')",
      },
    },
    { table: "team_members", of: `s.profile_id = '${me}'`, count: 300, set: { profile_id: copyOf("s.profile_id"), role: "'member'" } },
    { table: "teams", of: one(ids.support), count: 200, set: { name: wide(), key: "'W' || n", description: "printf('%.*c', 2000, 'a')" } },
    { table: "task_labels", of: one(ids.label), count: 300, set: named },
    { table: "project_labels", of: one(ids.projectLabel), count: 300, set: named },
    { table: "workflows", of: one(ids.workflow), count: 60, set: { ...named, is_default: "0" } },
    { table: "workflow_states", of: `s.workflow_id = '${ids.workflow}'`, count: 60, set: { id: copyOf("s.id", "n + 1000 * s.position"), workflow_id: copyOf("s.workflow_id") } },
    { table: "milestones", of: one(ids.milestone), count: 90, set: { ...named, position: "100 + n", description: text(LARGE) } },
    { table: "task_templates", of: one(ids.taskTemplate), count: 120, set: { ...named, description: text(LARGE) } },
    { table: "project_templates", of: one(ids.projectTemplate), count: 120, set: { ...named, description: text(LARGE) } },
    { table: "projects", of: one(ids.otherProject), count: 300, set: { name: wide(), key: "s.key || '-' || n", description: text(LARGE), summary: "printf('%.*c', 200, 'W')" } },
    { table: "project_updates", of: "true", count: 60 },
    { table: "approvals", of: `s.task_id = '${ids.task}' and s.approver_id = '${ids.bao}'`, count: 100, set: { approver_id: copyOf(`'${me}'`) } },
    { table: "task_resources", of: one(ids.resource), count: 90, set: { url: "'https://example.com/' || printf('%.*c', 1900, 'W') || n", title: "printf('%.*c', 200, 'W')" } },
    { table: "invitations", of: one(ids.invitation), count: 300, set: { email: "'i' || n || s.email" } },
    { table: "sessions", of: `s.user_id = '${ada.member.userId}'`, count: 40 },
    { table: "audit", of: `s.workspace_id = '${workspaceId}'`, count: 150 },
    { table: "favorites", of: `s.profile_id = '${me}' and s.kind = 'team'`, count: 200, set: { subject_id: copyOf(`'${ids.support}'`) } },
    { table: "task_follows", of: `s.task_id = '${ids.task}' and s.profile_id = '${me}'`, count: 300, set: { profile_id: copyOf("s.profile_id") } },
  ];
  for (const copy of copies) await copyRows(tx, copy);
  await views(tx, premises);
  void teams;
}

const text = (count: number) => `iif(n <= ${count}, printf('%.*c', 100000, 'a'), null)`;

/** Tasks as the first of each shape: open ones, sub-tasks of Ada's, drafts, archived ones; and what is in her inbox about them. */
async function tasks(tx: Db, { ids, ada, teams }: Premises, own: readonly string[], plain: string): Promise<void> {
  const me = ada.member.profile.id;
  const list = own.map((id) => `'${id}'`).join(", ");
  const each = Math.ceil(TASKS / own.length);
  const numbered = (from: number) =>
    `${from} + (n - 1) * ${own.length} + (select count(*) from tasks b where b.id in (${list}) and b.id < s.id)`;
  const common = { assignee_id: `'${me}'`, project_id: `'${ids.project}'` };
  await copyRows(tx, { table: "tasks", of: `s.id in (${list})`, count: each, set: { ...common, number: numbered(1000) } });
  const few = Math.ceil(each / 4);
  await copyRows(tx, { table: "tasks", of: `s.id in (${list})`, from: 1000, count: few, set: { draft: "1", number: numbered(2000 - 999 * own.length) } });
  await copyRows(tx, { table: "tasks", of: `s.id in (${list})`, from: 2000, count: few, set: { archived_at: "s.created_at", number: numbered(3000 - 1999 * own.length) } });
  await copyRows(tx, {
    table: "tasks",
    of: `s.id = '${plain}'`,
    count: 250,
    set: { parent_id: `'${ids.task}'`, number: "4000 + n", title: "printf('%.*c', 512, 'W')", ...common },
  });
  await tx.updateTable("teams").set({ next_number: 5000 }).where("id", "=", teams.eng).execute();
  const { rows } = { rows: await tx.selectFrom("tasks").select("id").where("number", ">=", 1000).where("team_id", "=", teams.eng).execute() };
  await indexTasks(tx, rows.map(({ id }) => id));
  const { sql } = await import("kysely");
  await sql.raw(`
    insert into notifications (id, workspace_id, recipient_id, kind, subject_kind, subject_id, actor_id, data, created_at, reason)
    select 'note_' || substr(t.id, 6), t.workspace_id, '${me}', 'mention', 'task', t.id, '${ids.chidi}', '{}', t.created_at, 'mention'
    from tasks t where t.number >= 1000 and t.team_id = '${teams.eng}' and t.archived_at is null and t.draft = 0`).execute(tx);
  await sql.raw(`
    insert into unsent_comments (profile_id, task_id, body, version, saved_at)
    select '${me}', t.id, printf('%.*c', 20000, 'a'), 1000000 + t.number, t.created_at
    from tasks t where t.number >= 1000 and t.team_id = '${teams.eng}' and t.archived_at is null and t.draft = 0 limit 90`).execute(tx);
  await sql.raw(`
    insert or ignore into task_relations (task_id, kind, other_id, created_at)
    select '${ids.task}', 'relatesTo', t.id, t.created_at from tasks t
    where t.number >= 4000 and t.team_id = '${teams.eng}' limit 200`).execute(tx);
}

/** Views of many people, subscribed to by others. */
async function views(tx: Db, { ids, ada }: Premises): Promise<void> {
  const me = ada.member.profile.id;
  await copyRows(tx, {
    table: "views",
    of: `s.id = '${ids.view}'`,
    count: 4_000,
    set: {
      name: wide(),
      key: "'w' || n",
      description: "printf('%.*c', 2000, 'a')",
      // At most 200 of each person's
      owner_id: `iif(n < 150, '${me}', ${copyOf(`'${me}'`, "n / 150")})`,
      subscribers: "0",
      filters: `'{"q":"aaaa","priority":["high","urgent"]}'`,
    },
  });
  await copyRows(tx, {
    table: "view_subscriptions",
    of: `s.view_id = '${ids.view}'`,
    count: 4_000,
    set: { view_id: copyOf("s.view_id"), profile_id: `iif(n < 40, '${me}', ${copyOf(`'${me}'`, "n / 40")})` },
  });
}
