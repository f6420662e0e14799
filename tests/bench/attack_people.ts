import { readConfig } from "../../server/config.ts";
import { openDatabase } from "../../server/database/open.ts";
import { makeDeps } from "../../server/deps.ts";
import { openSession } from "../../server/domain/sessions/open.ts";
import { issueToken } from "../../server/domain/sessions/tokens.ts";
import { Log } from "../../server/http/log.ts";
import { pause } from "../support/outages/steady.ts";
import { ask, joinRemotely, type RemotePerson, signUpRemotely } from "../support/remote_person.ts";
import type { TestServer } from "../support/server.ts";
import { inWrite } from "../support/world.ts";
import { workedMs } from "./streams.ts";

/** A person who uses both pages and the API. */
export interface Visitor extends RemotePerson {
  /** The secret of a browser's session. */
  cookie: string;
  /** Requests a path with the matching credential, and reads the response. @returns its status */
  get(url: string, path: string): Promise<number>;
}

/** The milliseconds of a request: until its response, and of the server's processor meanwhile. */
export interface Duration {
  waited: number;
  worked: number;
}

/** What a person saw who worked normally. */
export interface Work {
  /** By kind of request. */
  durations: Map<string, Duration[]>;
  /** IDs of tasks and comments whose creation was confirmed. */
  tasks: string[];
  comments: Map<string, string[]>;
  /** Responses other than success. */
  refused: Map<number, number>;
}

/** Signs up an owner and members of the same workspace. @param file the server's database */
export async function signUpPeople(
  server: TestServer,
  file: string,
  names: readonly string[],
): Promise<Visitor[]> {
  const emailOf = (name: string) => `${name.toLowerCase()}@example.com`;
  const [first, ...others] = names as [string, ...string[]];
  const owner = await signUpRemotely(server, emailOf(first));
  const people = [owner];
  for (const name of others) {
    people.push(await joinRemotely(server, owner, { email: emailOf(name), name }));
  }
  const cookies = await openBrowserSessions(file, names.map(emailOf));
  return people.map((person, n) => visitorOf(person, cookies[n]!));
}

function visitorOf(person: RemotePerson, cookie: string): Visitor {
  return {
    ...person,
    cookie,
    async get(url, path) {
      const headers: HeadersInit = path.startsWith("/api/v1/")
        ? { authorization: `Bearer ${person.token}` }
        : { cookie: `backlog=${cookie}`, accept: "text/html, application/json" };
      const response = await fetch(url + path, { headers });
      for await (const _ of response.body ?? []) { /* read to its end */ }
      return response.status;
    },
  };
}

/** Opens a session for each person without a code: an address gets only one code a minute. */
async function openBrowserSessions(file: string, emails: readonly string[]): Promise<string[]> {
  const database = await openDatabase(`file:${file}`);
  try {
    const deps = await makeDeps(readConfig({}), database, new Log("none"));
    return await inWrite(deps, async (context) => {
      const cookies: string[] = [];
      for (const email of emails) {
        const user = await context.tx.selectFrom("users").select("id")
          .where("email", "=", email).executeTakeFirstOrThrow();
        const session = await openSession(context, user.id, "browser", "Bench");
        cookies.push((await issueToken(context, session.id, "cookie")).token);
      }
      return cookies;
    });
  } finally {
    await database.close();
  }
}

/** Reads pages and writes tasks and comments, one request after another, as one person does. */
export async function workNormally(
  { url, pid }: TestServer,
  person: Visitor,
  until: number,
): Promise<Work> {
  const { token, workspaceId, teamId } = person;
  const work: Work = { durations: new Map(), tasks: [], comments: new Map(), refused: new Map() };
  const time = async (kind: string, request: () => Promise<number>) => {
    const [begun, workedBefore] = [performance.now(), await workedMs(pid)];
    const status = await request();
    const waited = performance.now() - begun;
    const worked = await workedMs(pid) - workedBefore;
    work.durations.set(kind, [...work.durations.get(kind) ?? [], { waited, worked }]);
    if (status >= 400) work.refused.set(status, (work.refused.get(status) ?? 0) + 1);
    await pause(50);
  };
  for (let n = 0; performance.now() < until; n++) {
    let reference = "";
    const tasks = `/workspaces/${workspaceId}/tasks`;
    await time("write a task", async () => {
      const body = { title: `Mend the gate ${n}`, teamId };
      const made = await ask(url, `POST ${tasks}`, { token, body });
      if (made.status === 201) work.tasks.push(made.body.task.id);
      reference = made.body.task?.reference ?? "";
      return made.status;
    });
    await time("read a list", () => person.get(url, "/workspace/tasks?assignee=me"));
    if (!reference) continue;
    await time("read a task", () => person.get(url, `/workspace/tasks/${reference}`));
    await time("write a comment", async () => {
      const request = `POST ${tasks}/${reference}/comments`;
      const made = await ask(url, request, { token, body: { body: "The hinge is in." } });
      const ids = work.comments.get(reference) ?? [];
      if (made.status === 201) work.comments.set(reference, [...ids, made.body.comment.id]);
      return made.status;
    });
    await time("search", () => person.get(url, "/api/workspace/command?q=gate"));
  }
  return work;
}

/** Lists the confirmed comments that are gone. */
export async function findLostComments(
  url: string,
  { token, workspaceId }: Visitor,
  { comments }: Work,
): Promise<string[]> {
  const lost: string[] = [];
  for (const [reference, ids] of comments) {
    const path = `GET /workspaces/${workspaceId}/tasks/${reference}/comments`;
    const { body } = await ask(url, path, { token });
    const kept = new Set(body.comments?.map(({ id }: { id: string }) => id));
    lost.push(...ids.filter((id) => !kept.has(id)));
  }
  return lost;
}
