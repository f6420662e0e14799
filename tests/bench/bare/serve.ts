import { gzipSync } from "node:zlib";
import { type Context, Hono } from "hono";
import Native from "libsql";
import { CUT } from "../../../views/layouts/cut.ts";
import { prepareCreate } from "./create.ts";
import { preparePages } from "./pages.tsx";
import { prepareReads } from "./reads.ts";

/**
 * The bare limit: what a Hono program on this stack can do at most when it answers the same bytes from the same
 * file and does nothing else. Nobody is asked who they are, nothing is checked, logged or given headers.
 *
 *     deno run … serve.ts FILE PORT ORIGIN
 */
const [file, port, origin] = Deno.args as [string, string, string];

function connect(): Native.Database {
  const database = new Native(file);
  for (
    const pragma of [
      "busy_timeout = 5000",
      "journal_mode = wal",
      "synchronous = full",
      "foreign_keys = on",
      "temp_store = memory",
      "cache_size = -16000",
      "mmap_size = 67108864",
    ]
  ) database.exec(`pragma ${pragma}`);
  return database;
}

const reader = connect();
const owner = reader.prepare(
  `select p.id as profileId, w.id as workspaceId, w.revision from profiles p
  join workspaces w on w.id = p.workspace_id where p.role = 'owner' limit 1`,
).get() as { profileId: string; workspaceId: string; revision: number };
const reads = prepareReads(reader, origin);
/** Whose pages and inbox are asked for: the person of the bench's sessions. */
const username = "priya";
const { id: readerId } = reader.prepare("select id from profiles where username = ?")
  .get(username) as { id: string };
const pages = preparePages(reader, reads, origin, username);
const create = prepareCreate(connect(), origin, owner.workspaceId, owner.profileId);

const json = { "content-type": "application/json" };

const app = new Hono()
  .get("/health", (c) => c.text("ok"))
  .get("/api/v1/workspaces/:workspaceId/tasks", (c) => {
    const filter = {
      status: c.req.query("status"),
      assigneeId: c.req.query("assigneeId"),
      projectId: c.req.query("projectId"),
      q: c.req.query("q"),
    };
    return c.body(reads.list(c.req.param("workspaceId"), filter), 200, json);
  })
  .post("/api/v1/workspaces/:workspaceId/tasks", async (c) => {
    return c.body(`{"task":${await create(await c.req.json())}}`, 201, json);
  })
  .get("/api/v1/workspaces/:workspaceId/tasks/:taskId", (c) => {
    const held = c.req.header("if-none-match");
    const id = c.req.param("taskId");
    if (held) {
      const etag = `"${reads.version(id)}.${owner.revision}"`;
      if (held === etag) return c.body(null, 304, { etag });
    }
    return c.body(`{"task":${reads.task(id)}}`, 200, json);
  })
  .get("/api/v1/workspaces/:workspaceId/inbox", (c) => c.body(reads.inbox(readerId), 200, json))
  .get("/workspace/tasks", async (c) => page(c, await pages.list()))
  .get("/workspace/tasks/:taskId", async (c) => page(c, await pages.task(c.req.param("taskId"))));

/** Answers with a page, compressed as fast as zlib can. */
function page(c: Context, drawn: string): Response {
  const text = drawn.replaceAll(CUT, "");
  if (!c.req.header("accept-encoding")?.includes("gzip")) return c.html(text);
  const headers = { "content-type": "text/html; charset=UTF-8", "content-encoding": "gzip" };
  return c.body(new Uint8Array(gzipSync(text, { level: 1 })), 200, headers);
}

Deno.serve({ hostname: "127.0.0.1", port: Number(port), onListen() {} }, app.fetch);
