import assert from "node:assert/strict";
import { openLocal } from "../../../server/database/local.ts";
import type { Durability } from "../durability/compare.ts";
import { type TemporaryFolder, temporaryFolder } from "../folder.ts";
import { ask, signUpRemotely } from "../remote_person.ts";
import { startServer } from "../server.ts";
import { halfBody, halfHeader, leaveUnfinished, type Unfinished } from "./connections.ts";
import { canMount, fillDisk, fillSmallDisk, limited, onSmallDisk, succeeds } from "./disk.ts";
import { createTask, healthSays, onceTaken, type Scene, writeThroughout } from "./scene.ts";
import { askSteadily, pause, type Seen } from "./steady.ts";

/** A problem around a server, which runs in its own process on loopback, for a limited time. */
export interface Outage {
  name: string;
  /** A command that starts the server. */
  through?: (folder: TemporaryFolder) => string[];
  /** Prepares the database after a sign-up, and lets the server restart on it. */
  before?: (folder: TemporaryFolder) => Promise<void>;
  /**
   * Causes the problem, checks the server's behavior, and removes the problem. Returns what became of writes, if it
   * checks them.
   */
  during: (at: Scene) => Promise<Durability | void>;
  /** Whether `/health` can report meanwhile that nothing can be written. */
  unwritable?: true;
  /** Whether connections are dropped, some of them slightly later, so that pending ones must end first. */
  drops?: true;
  /** What the log must contain, or nothing if operators don't need to know. */
  logs?: RegExp;
}

interface Lived {
  seen: Seen;
  writes?: Durability;
}

/** Root without permission to bypass file permissions. Other users don't have it anyway. */
const obedient = Deno.uid() === 0
  ? ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
  : [];

export const outageScenarios: Outage[] = [
  {
    name: "connections that never finish their headers",
    async during({ server, lasting }) {
      const open = await leaveUnfinished(server.url, 400, halfHeader);
      await pause(lasting);
      open.close();
    },
  },
  {
    name: "bodies that never end, of strangers",
    async during({ server, lasting, person }) {
      const form = "application/x-www-form-urlencoded";
      const origin = `Origin: ${server.url}\r\n`;
      const beginnings = [
        halfBody("/api/v1/auth/request-otp", 8_000),
        halfBody("/api/v1/auth/refresh", 8_000),
        halfBody("/auth/signin", 8_000, origin, form),
      ];
      const open: Unfinished[] = [];
      for (const beginning of beginnings) {
        open.push(await leaveUnfinished(server.url, 270, beginning));
      }
      await writeThroughout({ server, person }, lasting);
      for (const connections of open) connections.close();
    },
  },
  {
    name: "bodies that never end, of somebody signed in",
    async during({ server, lasting, person }) {
      const headers = `Authorization: Bearer ${person.token}\r\n`;
      const path = `/api/v1/workspaces/${person.workspaceId}/tasks`;
      const open = await leaveUnfinished(server.url, 100, halfBody(path, 1_000_000, headers));
      const { status } = await createTask({ server, person });
      assert.ok([201, 503].includes(status), `${status}`);
      await pause(lasting);
      open.close();
    },
  },
  {
    name: "fewer descriptors than connections",
    through: () => limited("ulimit -n 200"),
    drops: true,
    logs: /The server can't accept connections/,
    async during({ server, lasting }) {
      const open = await leaveUnfinished(server.url, 400, halfHeader);
      await pause(lasting);
      open.close();
    },
  },
  {
    name: "another process that holds the write lock",
    async during({ server, person, folder, lasting }) {
      const other = openLocal(databaseUrl(folder));
      const transaction = await other.begin();
      try {
        const waiting = createTask({ server, person });
        await pause(lasting);
        const reads = `GET /workspaces/${person.workspaceId}/tasks`;
        assert.equal((await ask(server.url, reads, { token: person.token })).status, 200);
        if (lasting > 6_000) assert.equal((await waiting).status, 503);
        await transaction.rollback();
        if (lasting < 4_000) assert.equal((await waiting).status, 201);
      } finally {
        other.close();
      }
    },
  },
  {
    name: "a disk that is read-only, and then isn't",
    through: () => obedient,
    unwritable: true,
    logs: /Changes are rejected: the database is read-only/,
    before: (folder) => allow(folder, 0o444, 0o555),
    async during({ server, person, folder, lasting }) {
      const { status, body } = await createTask({ server, person });
      assert.deepEqual([status, body.code], [503, "database_unavailable"]);
      await healthSays(server, 503);
      await pause(lasting);
      await allow(folder, 0o644, 0o755);
    },
  },
  {
    name: "files that may not grow, and then may",
    through: () => limited("ulimit -S -f 6000"),
    unwritable: true,
    logs: /Changes are rejected: the disk/,
    async during({ server, person, lasting }) {
      return await fillDisk({ server, person }, 80_000, lasting, async () => {
        await succeeds("prlimit", "--pid", `${server.pid}`, "--fsize=unlimited");
      });
    },
  },
  ...(canMount
    ? [
      {
        name: "a disk that is full, and then isn't",
        through: (folder: TemporaryFolder) => onSmallDisk(folder.file("data")),
        unwritable: true,
        logs: /Changes are rejected: the disk is full/,
        during: fillSmallDisk,
      } as const,
    ]
    : []),
];

/**
 * Runs a scenario: a person signs up, the problem occurs and ends, and everything works again.
 * @param lasting how long the problem lasts, in milliseconds
 * @returns the responses of a client that requested `/health` throughout, and what became of writes, if the scenario
 * checks them
 */
export async function runOutage(day: Outage, lasting: number): Promise<Lived> {
  await using folder = await temporaryFolder();
  const settings = { BACKLOG_DATABASE_URL: databaseUrl(folder) };
  await Deno.mkdir(folder.file("data"));
  const through = day.through?.(folder);
  let server = await startServer(settings, day.before ? [] : through);
  const person = await signUpRemotely(server, "ada@example.com");
  if (day.before) {
    await server.kill();
    await day.before(folder);
    server = await startServer(settings, through);
  }
  const client = askSteadily(server.url);
  let seen: Seen;
  let writes: Durability | void;
  try {
    writes = await day.during({ server, person, folder, lasting });
    await healthSays(server, 200);
    const again = () => createTask({ server, person });
    const { status } = await (day.drops ? onceTaken(again) : again());
    assert.equal(status, 201, "it works again by itself");
  } finally {
    seen = await client.stop();
    assert.equal(await server.stop(), 0, "it lived, and stopped as it was told to");
  }
  const found = server.lines.filter((line) => day.logs?.test(line));
  assert.equal(found.length, day.logs ? 1 : 0, "the log says it once");
  if (!day.unwritable) assert.deepEqual([...seen.statuses], [200]);
  if (writes) assert.deepEqual(writes.lost, [], "answered, then lost");
  return { seen, ...(writes && { writes }) };
}

function databaseUrl(folder: TemporaryFolder): string {
  return `file:${folder.file("data/backlog.db")}`;
}

async function allow(folder: TemporaryFolder, file: number, place: number): Promise<void> {
  for await (const { name } of Deno.readDir(folder.file("data"))) {
    await Deno.chmod(folder.file(`data/${name}`), file);
  }
  await Deno.chmod(folder.file("data"), place);
}
