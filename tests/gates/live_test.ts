import assert from "node:assert/strict";
import { endpoints } from "../../server/api/endpoints.ts";
import { call, createTestApp, type TestApp } from "../support/app.ts";
import { browserCookie } from "../support/browser_session.ts";
import type { Person } from "../support/cast.ts";
import { listen, type LiveStream } from "../support/listening.ts";
import { shareOf } from "../support/share.ts";
import type { FullCast } from "./support/full_cast.ts";
import { actMoves, changeMoves, type Move, sightMoves } from "./stale/moves.ts";
import { pathsOf } from "./stale/paths.ts";
import { prepare } from "./traces/prepare.ts";

/**
 * Two people with different visibility at a time: the owner, a member, one without a team, a private team's lead, or a
 * stranger.
 */
const who = shareOf(["ada", "chidi", "tove", "dina", "frode"] as const);

/** A person's responses by path, or null if the path returns nothing. */
type Read = Map<string, string | null>;

/** The content that a page shows from a path's response, by topic. */
const shown: [path: RegExp, topic: (id: string) => string[]][] = [
  [/\/tasks\/(task_\w+)$/, (id) => [`task:${id}`]],
  [/\/tasks\/(task_\w+)\/comments$/, (id) => [`task:${id}`]],
  [/\/tasks\?teamId=(team_\w+)$/, (id) => [`team:${id}`]],
  [/\/tasks\?projectId=(proj_\w+)$/, (id) => [`project:${id}`]],
  [/\/tasks$/, () => ["tasks"]],
  [/\/drafts$/, () => ["drafts"]],
  [/\/inbox$/, () => ["inbox", "views"]],
  [/\/favorites$/, () => ["favorites"]],
  [/\/views$/, () => ["views"]],
  [/\/views\/(view_\w+)$/, (id) => [`view:${id}`, "views"]],
  [/\/projects\/(proj_\w+)$/, (id) => [`project:${id}`]],
  [/\/unsent-comments$/, () => ["unsent"]],
  [/\/me\/preferences$/, () => ["preferences"]],
];

Deno.test("exactly the people whose pages change get an event: visibility", () =>
  toldAfter((fullCast) =>
    sightMoves(fullCast, { as: fullCast.ada }).filter(({ with: by }) => !by)
  ));

Deno.test("exactly the people whose pages change get an event: every field", () =>
  toldAfter(changeMoves));

Deno.test("exactly the people whose pages change get an event: every operation", () =>
  toldAfter(actMoves));

/** Performs acts, and after each one compares everyone's events with what they can read. */
async function toldAfter(movesOf: (fullCast: FullCast) => Move[]): Promise<void> {
  await using app = await createTestApp();
  const fullCast = await prepare(app);
  const { ids, ada } = fullCast;
  const { body: { agents } } = await call(
    app,
    `GET /workspaces/${fullCast.workspaceId}/agents`,
    { as: ada },
  );
  ids.keeper = agents.find(({ name }: { name: string }) => name === "Keeper").id;
  ids.keepersProfile = agents.find(({ id }: { id: string }) => id === ids.keeper).profileId;
  ids.defaultWorkflow = (await app.world.database.read.selectFrom("teams").select("workflow_id")
    .where("id", "=", fullCast.teams.eng).executeTakeFirstOrThrow()).workflow_id;
  const paths = pathsFor(fullCast);
  const members = `/workspaces/${fullCast.workspaceId}/members`;
  const streams = new Map<string, LiveStream>();
  let before = new Map<string, Read>();
  for (const name of who) before.set(name, await readAll(app, fullCast[name], paths));
  const wrong: string[] = [];
  /** Former members of the workspace. */
  const gone = new Set<string>();
  for (const move of movesOf(fullCast)) {
    for (const name of who) {
      const stream = streams.get(name);
      if (!stream || (stream.ended() && !gone.has(name))) {
        streams.set(name, await openPage(app, fullCast, name));
      }
      await streams.get(name)!.heard();
    }
    app.world.clock.advance({ seconds: 1 });
    const done = await make(app, fullCast, move);
    const now = new Map<string, Read>();
    for (const name of who) {
      const topics = await streams.get(name)!.topics();
      const read = await readAll(app, fullCast[name], paths);
      now.set(name, read);
      const elsewhere = name === "frode" || streams.get(name)!.ended();
      const acted = (move.as ?? ada) === fullCast[name];
      const found = findings({ elsewhere, acted, topics, was: before.get(name)!, is: read });
      wrong.push(...found.map((one) => `${name} ${one}, after ${done}`));
    }
    before = now;
    for (const name of who) {
      if (!now.get(name)!.get(members) && name !== "frode") gone.add(name);
    }
  }
  for (const stream of streams.values()) await stream[Symbol.asyncDispose]();
  assert.deepEqual(wrong, []);
}

/** Opens a page in a person's first workspace. */
async function openPage(
  app: TestApp,
  fullCast: FullCast,
  name: (typeof who)[number],
): Promise<LiveStream> {
  const person = fullCast[name];
  const cookie = await browserCookie(app.world, person.email);
  await app.world.database.write((tx) =>
    tx.updateTable("sessions").set({ workspace_id: person.member.workspace.id })
      .where("kind", "=", "browser").where("user_id", "=", person.member.userId).execute()
  );
  return await listen(app, cookie);
}

interface Told {
  /** Whether the person performed the act. */
  acted: boolean;
  /** Whether the person's page isn't in this workspace, or no longer. */
  elsewhere: boolean;
  topics: string[];
  was: Read;
  is: Read;
}

/** The events that were sent without a reason, and the missing ones. */
function findings(told: Told): string[] {
  return [...leaks(told), ...told.elsewhere ? [] : gaps(told)];
}

/** Returns events about records that a person couldn't see before or after, and any events if nothing changed. */
function leaks({ acted, topics, was, is }: Told): string[] {
  const sees = (id: string) =>
    [...was, ...is].some(([path, text]) => path.endsWith(`/${id}`) && text);
  const reads = (id: string) => [...is.keys()].some((path) => path.endsWith(`/${id}`));
  const idsOf = (some: readonly string[]) => some.flatMap((topic) => topic.split(":")[1] ?? []);
  const hidden = idsOf(topics).filter((id) => reads(id) && !sees(id));
  const same = [...is].every(([path, text]) => was.get(path) === text);
  const found = hidden.map((id) => `was told of ${id}, which isn't there for them`);
  if (
    same && !acted && idsOf(topics).length === hidden.length &&
    topics.some((topic) => !rarely(topic))
  ) {
    found.push(`was told of ${topics}, and sees nothing new`);
  }
  return found;
}

/** Returns whether a topic is about something that no read here returns: the names of authors in activity. */
const rarely = (topic: string) => topic === "names";

/** Returns the changed content without an event. */
function gaps({ topics, was: before, is }: Told): string[] {
  if (topics.includes("*") || topics.includes("names")) return [];
  return [...is].flatMap(([path, text]) => {
    const wanted = topicsAt(path);
    if (before.get(path) === text || wanted.length === 0) return [];
    // An entry's page contains its subject too
    const was = /\/inbox$/.test(path) ? before.get(path) : null;
    const told = topics.some((topic) =>
      wanted.includes(topic) || was?.includes(topic.split(":")[1] ?? "nothing")
    );
    return told ? [] : [`wasn't told of ${wanted}, which ${path} reads, but of ${topics}`];
  });
}

/** Returns the topics of pages that show a path's content. */
function topicsAt(path: string): string[] {
  return shown.flatMap(([pattern, topic]) => {
    const found = pattern.exec(path);
    return found ? topic(found[1] ?? "") : [];
  });
}
/** Returns everything that pages show, and every record that a topic can name. */
function pathsFor(fullCast: FullCast): string[] {
  const records = endpoints.filter(({ method, version }) => method === "GET" && version)
    .flatMap((endpoint) => pathsOf(endpoint, fullCast));
  const here = `/workspaces/${fullCast.workspaceId}`;
  const { ids, teams } = fullCast;
  const tasks = [ids.task, ids.otherTask, ids.draft, ids.privateTask];
  return [
    ...records,
    ...[
      "tasks",
      "drafts",
      "inbox",
      "favorites",
      "views",
      "unsent-comments",
      "members",
      "teams",
      "labels",
      "project-labels",
    ]
      .map((list) => `${here}/${list}`),
    ...[teams.eng, teams.ppl, ids.support].map((id) => `${here}/tasks?teamId=${id}`),
    ...[ids.project, ids.otherProject, ids.privateProject].map((id) =>
      `${here}/tasks?projectId=${id}`
    ),
    ...tasks.map((id) => `${here}/tasks/${id}/comments`),
    "/me/preferences",
  ];
}

async function readAll({ app }: TestApp, by: Person, paths: string[]): Promise<Read> {
  const headers = { authorization: `Bearer ${by.tokens.accessToken}` };
  const read: Read = new Map();
  for (const path of paths) {
    const answer = await app.request(`/api/v1${path}`, { headers });
    const text = await answer.text();
    read.set(path, answer.status === 200 ? text : null);
  }
  return read;
}

/** Performs the act. @returns a description of it */
async function make(app: TestApp, { ada, workspaceId }: FullCast, move: Move): Promise<string> {
  const [method, path] = move.ask.split(" ") as [string, string];
  const whole = path.startsWith("/") ? path : `/workspaces/${workspaceId}/${path}`;
  const sent = move.with ?? { as: move.as ?? ada };
  const body = typeof move.body === "function"
    ? move.body((await call(app, `GET ${whole}`, sent)).body)
    : move.body;
  const answer = await call(app, `${method} ${whole}`, { ...sent, body });
  assert.ok(answer.status < 300, `${move.ask}: ${answer.text}`);
  return `${move.ask} ${JSON.stringify(body) ?? ""}`;
}
