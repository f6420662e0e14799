import { join } from "node:path";
import { seedDatabase } from "../../cli/operator/demo/seed.ts";
import { migrate } from "../../server/database/migrate.ts";
import { openDatabase } from "../../server/database/open.ts";
import { temporaryFolder } from "../support/folder.ts";
import { ask } from "../support/remote_person.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { createLongTask } from "./long_pages.ts";

const ORIGIN = "http://localhost:5173";

/** The demo as pictures need it: a server that has it, and what stands for the names in paths. */
export interface Demo extends AsyncDisposable {
  server: TestServer;
  ownerEmail: string;
  /** A record for each name: `taskId` is one with everything on it. */
  known: Record<string, string>;
  /** A task that people talked about, with a history. */
  toldTask: string;
  /** A task whose texts and comments are too long for one page. */
  longTask: { id: string; reference: string };
  /** Changes something as the owner does elsewhere. */
  send(request: string, body?: unknown): Promise<Record<string, { id: string; key: string }>>;
}

/** Makes a demo in a temporary folder, starts a server on it, and adds what the demo has nothing of. */
export async function startDemo(): Promise<Demo> {
  await using opened = new AsyncDisposableStack();
  const folder = opened.use(await temporaryFolder());
  const url = `file:${join(folder.path, "backlog.db")}`;
  const { ownerEmail, toldTask } = await fill(url);
  const server = opened.use(
    await startServer({ BACKLOG_DATABASE_URL: url, BACKLOG_SIGNUP: "open" }),
  );
  const owner = await enter(server, ownerEmail);
  const requester = await enter(server, "tomas@sundline.example");
  const known = await addRecords(owner, requester);
  const longTask = await createLongTask(owner);
  const whole = opened.move();
  return {
    server,
    ownerEmail,
    known,
    toldTask,
    longTask,
    send: owner,
    [Symbol.asyncDispose]: () => whole.disposeAsync(),
  };
}

async function fill(url: string) {
  const database = await openDatabase(url, undefined);
  try {
    await migrate(database);
    const config = { origin: ORIGIN, signup: "open" } as const;
    const cast = await seedDatabase(database, config, { tasks: 200, now: new Date() });
    const [told] = await database.read.selectFrom("comments")
      .innerJoin("tasks", "tasks.id", "comments.task_id")
      .innerJoin("teams", "teams.id", "tasks.team_id")
      .where("teams.key", "=", "ENG")
      .select(["teams.key", "tasks.number"])
      .groupBy("tasks.id")
      .orderBy((at) => at.fn.countAll(), "desc")
      .limit(1)
      .execute();
    return { ownerEmail: cast.ownerEmail, toldTask: `${told!.key}-${told!.number}` };
  } finally {
    await database.close();
  }
}

type Send = Demo["send"];

/** Signs somebody in, and gives what asks as they do, in the demo's workspace. */
async function enter(server: TestServer, email: string): Promise<Send> {
  const post = async (path: string, body: unknown) =>
    (await ask(server.url, `POST ${path}`, { body })).body;
  const purpose = "signin";
  await post("/auth/request-otp", { email, purpose });
  const code = await server.codeFor(email);
  const { accessToken: token } = await post("/auth/verify-otp", { email, code, purpose });
  const mine = await ask(server.url, "GET /workspaces", { token });
  const here = `/workspaces/${mine.body.workspaces[0].id}`;
  return async (request, body) => {
    const asked = request.replace(" ", ` ${here}`);
    const answer = await ask(server.url, asked, { token, body });
    if (answer.status < 300) return answer.body;
    throw new Error(`${request}: ${answer.status} ${JSON.stringify(answer.body)}`);
  };
}

const description =
  `Captains choose the deck by hand, and **twice a week** a truck ends up on the car deck.

## Plan

1. The planner reads length and height from the booking.
2. It suggests a lane. \`deck.lanes\` lists the free ones.

- [x] Ask @tomas what the terminals print
- [ ] Try it on the night ferry
- [ ] Tell the crews

| Deck | Lanes | Height |
| ---- | ----: | -----: |
| Main |     6 |  4.6 m |
| Car  |     8 |  2.1 m |

\`\`\`sql
select lane, sum(length) from loads where sailing_id = :sailing group by lane order by lane;
\`\`\`

> A lane that is too low is worse than no lane.`;

/** Projects of which nothing but the name is known yet, by their keys. */
const undated = { HYDRO: "Hydrogen ferry", WORDS: "Letters in each passenger's language" };

/** Makes a task that has something of everything, templates, and somebody who is invited. @returns what stands for the names in paths */
async function addRecords(owner: Send, requester: Send): Promise<Demo["known"]> {
  const one = (request: string, body: unknown) => owner(`POST /${request}`, body);
  for (const [name, title] of [["Bug", "Something breaks"], ["Release", "Weekly release"]]) {
    await one("task-templates", { name, title, description: "What happened?", priority: "high" });
  }
  await one("project-templates", {
    name: "Launch",
  });
  const { projects } = await owner("GET /projects") as unknown as { projects: { id: string }[] };
  const projectId = projects[0]!.id;
  const { milestones } = await owner(`GET /projects/${projectId}/milestones`) as unknown as {
    milestones: { id: string }[];
  };
  const { members } = await owner("GET /members") as unknown as {
    members: { id: string; username: string }[];
  };
  const called = (name: string) => members.find(({ username }) => username === name)!.id;
  const { task } = await one("tasks", {
    title: "Suggest a lane in the deck planner for each truck booked with its height",
    teamId: "ENG",
    description,
    status: "progressed",
    priority: "urgent",
    assigneeId: called("tomas"),
    deadlineAt: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10),
    projectId,
    milestoneId: milestones[0]?.id,
    tags: ["Bug", "Accessibility"],
  }) as unknown as { task: { reference: string } };
  const { reference } = task;
  const of = `tasks/${reference}`;
  for (
    const [title, status] of [
      ["Read length and height from the booking", "completed"],
      [
        "Ask each terminal what it prints on boarding passes, and in which languages",
        "progressed",
      ],
      ["Tell the crews of the night ferries", "planned"],
    ]
  ) await one("tasks", { title, teamId: "ENG", status, parentId: reference });
  await one(`${of}/resources`, {
    url: "https://decks.example/plans/main-deck-2026",
    title: "Plan of the main deck",
  });
  await one(`${of}/resources`, { url: "https://decks.example/heights" });
  for (
    const [kind, other] of [["blocks", "ENG-2"], ["blockedBy", "ENG-3"], ["relatesTo", "ENG-4"]]
  ) {
    await owner(`PUT /${of}/relations/${kind}/${other}`);
  }
  await one(`${of}/comments`, {
    body: "The port sent its height limits. See the plan.\n\n- [ ] check",
  });
  const asked = (body: string) => ({ body });
  await requester(
    `POST /${of}/comments`,
    asked("Lane 3 is **2.1 m**, @maren, not 4.6. I'll fix that."),
  );
  await requester(`POST /${of}/approvals`, {
    approverId: called("maren"),
    body: "Can the planner go live on the night ferries on Monday?",
  });
  await one("tasks", { title: "Write to the crews", teamId: "ENG", draft: true });
  const winter = { title: "Announce the winter timetables", teamId: "OPS", draft: true };
  const { task: draft } = await one("tasks", winter);
  await requester("POST /tasks", { title: "Print lanes on tickets", teamId: "ENG", draft: true });
  for (const [key, name] of Object.entries(undated)) {
    await one("projects", { name, key });
  }
  await owner("PUT /tasks/ENG-5/unsent-comment", { body: "I have half an idea for this" });
  await one("invitations", { email: "guest@example.com", teams: [{ teamId: "ENG" }] });
  await addAutomations(one);
  const draftId = draft!.id;
  return { taskId: reference, draftId, projectId, teamId: "ENG", profileId: called("tomas") };
}

/** Makes an automation with two agents, and one without. */
async function addAutomations(make: (noun: string, body: unknown) => ReturnType<Send>) {
  const { automation } = await make("automations", {
    name: "Release notes",
    description: "Writes release notes from completed tasks every Friday.",
    providerType: "github",
    scopes: ["tasks.read", "tasks.write", "comments.write", "projects.read"],
    credentialLabel: "On the build host",
  });
  const automationId = automation!.id;
  await make("agents", { automationId, name: "Quill", teamIds: ["ENG", "OPS"] });
  await make("agents", { automationId, name: "Proofreader", role: "commentator" });
  await make("automations", { name: "Timetable import", teamIds: ["OPS"] });
}
