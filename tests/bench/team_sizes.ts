import { temporaryFolder } from "../support/folder.ts";
import { prepareFile } from "./fixture.ts";
import { residentBytes, startServer } from "./processes.ts";

/**
 * `deno run -A --lock=tests/deno.lock tests/bench/team_sizes.ts PROGRAM` prints disk space, memory, and processor time
 * for workspaces of several sizes, with 20 tasks for each person. Without a built program, the server runs from its
 * sources, which takes more memory. A built program must have started before, because its first start compiles it.
 */

const TASKS_EACH = 20;
const REQUESTS = 400;
/** Clock ticks per second in `/proc`. */
const TICKS = 100;

/** Returns a process's memory in MB, and its processor time in seconds. */
async function used(pid: number): Promise<{ memory: number; seconds: number }> {
  const stat = (await Deno.readTextFile(`/proc/${pid}/stat`)).replace(/^.*\) /, "").split(" ");
  return {
    memory: Math.round(await residentBytes(pid) / 1e6),
    seconds: (Number(stat[11]) + Number(stat[12])) / TICKS,
  };
}

await using folder = await temporaryFolder();
for (const people of [14, 200, 2_000]) {
  const file = folder.file(`${people}.db`);
  const crowd = people > 14 ? { people, teams: Math.ceil(people / 20), labels: 30 } : undefined;
  const { cookie, taskIds } = await prepareFile(file, people * TASKS_EACH, crowd);
  const disk = Math.round((await Deno.stat(file)).size / 1e6);
  const server = await startServer(file, Deno.args[0]);
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  const idle = await used(server.pid);
  const request = async (path: string) => {
    const answer = await fetch(server.origin + path, {
      headers: { cookie: `backlog=${cookie}`, accept: "text/html" },
    });
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status}`);
    await answer.body?.cancel();
  };
  const paths = ["/workspace/tasks", "/workspace/inbox", `/workspace/tasks/${taskIds[0]}`];
  for (let n = 0; n < REQUESTS / 2; n++) await request(paths[n % paths.length]!);
  const before = await used(server.pid);
  for (let n = 0; n < REQUESTS; n++) await request(paths[n % paths.length]!);
  const after = await used(server.pid);
  const ms = ((after.seconds - before.seconds) * 1_000 / REQUESTS).toFixed(1);
  console.log(
    `${people} people: ${disk} MB on disk, ${idle.memory} MB idle, ${after.memory} MB in use, ${ms} ms per page`,
  );
  await server.stop();
}
