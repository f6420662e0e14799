import { fail } from "node:assert/strict";
import { leaveUnfinished } from "../support/outages/connections.ts";
import { pause } from "../support/outages/steady.ts";
import { ask } from "../support/remote_person.ts";
import type { Visitor } from "./attack_people.ts";

/** Workers that each account has for each kind of load. */
const WORKERS = 2;
/** Connections that an account opens for downloads that it doesn't read, or for bodies that it doesn't send. */
const CONNECTIONS = 8;
/** How long those connections stay open, in milliseconds. */
const HELD_MS = 10_000;
const LONG_TEXTS = 60;
const COMMENTS = 300;

/** The responses to a load, by status. Connections count as status 0. */
export type Statuses = Map<number, number>;

/** An account that has stored heavy records. */
export interface Attacker extends Visitor {
  /** The task with the heaviest page. */
  reference: string;
}

/** A load that an account puts on the server. */
export interface Load {
  name: string;
  run(url: string, attacker: Attacker, until: number, statuses: Statuses): Promise<void>;
}

const word = "a".repeat(190);
const parts = "1/".repeat(97);

/** The paths that a load requests in turn. */
const paths: Record<string, (attacker: Attacker) => string[]> = {
  searches: ({ workspaceId }) => [
    `/api/workspace/command?q=${word}`,
    `/workspace/tasks?q=${word}`,
    `/api/v1/workspaces/${workspaceId}/search?q=${word}`,
    `/api/v1/workspaces/${workspaceId}/tasks?q=${word}`,
    `/api/workspace/command?q=${encodeURIComponent(`due ${parts}`)}`,
  ],
  "downloads and lists": ({ workspaceId }) => [
    "/workspace/tasks.csv",
    `/api/v1/workspaces/${workspaceId}/tasks?limit=250`,
  ],
  "long pages": ({ reference }) => [
    `/workspace/tasks/${reference}`,
    `/workspace/tasks/${reference}?comments=250&history=250`,
  ],
};

export const loads: Load[] = [
  ...Object.entries(paths).map(([name, pathsOf]): Load => ({
    name,
    async run(url, attacker, until, statuses) {
      const all = pathsOf(attacker);
      let at = 0;
      await Promise.all(Array.from({ length: WORKERS }, async () => {
        while (performance.now() < until) {
          const status = await attacker.get(url, all[at++ % all.length]!);
          count(statuses, status);
          // Faster requests only use up the limit of a minute
          await pause(status === 429 ? 500 : 20);
        }
      }));
    },
  })),
  {
    name: "downloads that nobody reads",
    run: (url, { cookie }, until, statuses) =>
      holdOpen(
        url,
        until,
        statuses,
        (host) =>
          `GET /workspace/tasks.csv HTTP/1.1\r\nHost: ${host}\r\nCookie: backlog=${cookie}\r\n\r\n`,
      ),
  },
  {
    name: "bodies that never end",
    run: (url, { token }, until, statuses) =>
      holdOpen(
        url,
        until,
        statuses,
        (host) =>
          `POST /api/v1/workspaces HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${token}\r\n` +
          "Content-Type: application/json\r\nContent-Length: 1048576\r\n\r\n{",
      ),
  },
];

/** Stores long texts and long comments: about 12 MB. @returns the account with its heaviest task */
export async function storeHeavyRecords(url: string, visitor: Visitor): Promise<Attacker> {
  const { token, workspaceId, teamId } = visitor;
  const tasks = `POST /workspaces/${workspaceId}/tasks`;
  const write = async (request: string, body: unknown) => {
    const written = await ask(url, request, { token, body });
    if (written.status !== 201) fail(`${request}: ${written.status} ${written.body.detail}`);
    return written.body;
  };
  const description = "a".repeat(99_990);
  for (let n = 0; n < LONG_TEXTS; n++) {
    await write(tasks, { title: `Heavy ${n}`, teamId, description });
  }
  const { task: { reference } } = await write(tasks, { title: "Much said", teamId });
  const bodies = ["- [ ] a\n", `${reference} ${reference} `, "# a\n"];
  for (let n = 0; n < COMMENTS; n++) {
    const part = bodies[n % bodies.length]!;
    const body = part.repeat(Math.floor(19_990 / part.length));
    await write(`POST /workspaces/${workspaceId}/tasks/${reference}/comments`, { body });
  }
  return { ...visitor, reference };
}

async function holdOpen(
  url: string,
  until: number,
  statuses: Statuses,
  requestTo: (host: string) => string,
): Promise<void> {
  while (performance.now() < until) {
    const open = await leaveUnfinished(url, CONNECTIONS, requestTo(new URL(url).host));
    statuses.set(0, (statuses.get(0) ?? 0) + open.count);
    await pause(Math.min(HELD_MS, Math.max(0, until - performance.now())));
    open.close();
  }
}

function count(statuses: Statuses, status: number): void {
  statuses.set(status, (statuses.get(status) ?? 0) + 1);
}
