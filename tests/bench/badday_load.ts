import assert from "node:assert/strict";
import { sql } from "kysely";
import { openDatabase } from "../../server/database/open.ts";
import { askSteadily, type Seen } from "../support/outages/steady.ts";
import { temporaryFolder } from "../support/folder.ts";
import { ask } from "../support/remote_person.ts";
import { startServer, type TestServer } from "../support/server.ts";
import { type Fixture, prepareFile } from "./fixture.ts";

const TASKS = 20_000;
const SEARCHERS = 8;
/** The slowest that were found: common beginnings and words that also mean something, on every task. */
const slowSearches = ["in", "e", "a t", "open bugs", "completed checkout", "th in o", "re"];

/** A day on which nothing is wrong but how much is asked. */
interface BusyDay {
  name: string;
  live: (lasting: number) => Promise<{ seen: Seen; remark: string }>;
}

export const busyDays: BusyDay[] = [
  {
    name: `${SEARCHERS} of the slowest searches at a time, ${TASKS} tasks`,
    live: (lasting) =>
      withTasks(async (server, { accessToken: token, workspaceId }) => {
        const client = askSteadily(server.url);
        const until = performance.now() + lasting;
        let searches = 0;
        const search = async () => {
          while (performance.now() < until) {
            const q = encodeURIComponent(slowSearches[searches++ % slowSearches.length]!);
            const path = `GET /workspaces/${workspaceId}/search?q=${q}`;
            assert.equal((await ask(server.url, path, { token })).status, 200);
          }
        };
        await Promise.all(Array.from({ length: SEARCHERS }, search));
        return { seen: await client.stop(), remark: `, ${searches} searches` };
      }),
  },
  {
    name: `an inbox of ${TASKS} read at once`,
    live: () =>
      withTasks(async (server, { accessToken: token, workspaceId }) => {
        const client = askSteadily(server.url);
        const begun = performance.now();
        const path = `POST /workspaces/${workspaceId}/inbox/read-all`;
        const { status, body } = await ask(server.url, path, { token, body: {} });
        assert.equal(status, 200);
        const took = Math.round(performance.now() - begun);
        return { seen: await client.stop(), remark: `, ${JSON.stringify(body)} in ${took} ms` };
      }),
  },
];

async function withTasks<T>(work: (server: TestServer, fixture: Fixture) => Promise<T>) {
  await using folder = await temporaryFolder();
  const file = folder.file("backlog.db");
  const fixture = await prepareFile(file, TASKS);
  await fillInbox(fixture);
  await using server = await startServer({ BACKLOG_DATABASE_URL: `file:${file}` });
  return await work(server, fixture);
}

/** Something unread about every task for whose token it is. */
async function fillInbox({ file, workspaceId, assigneeId }: Fixture): Promise<void> {
  const database = await openDatabase(`file:${file}`);
  await database.write(async (tx) => {
    await sql`delete from notifications where recipient_id = ${assigneeId}`.execute(tx);
    await sql`
      insert into notifications (id, workspace_id, recipient_id, kind, reason, subject_kind,
        subject_id, data, created_at)
      select 'ntf_' || substr(id, instr(id, '_') + 1), ${workspaceId}, ${assigneeId}, 'assignment',
        'assignment', 'task', id, '{}', created_at from tasks where workspace_id = ${workspaceId}`
      .execute(tx);
  });
  await database.close();
}
