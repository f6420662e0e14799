import assert from "node:assert/strict";
import { follow } from "../../../cli/follow.ts";
import type { Settings } from "../../../cli/settings.ts";

function settingsFor(url: string): Settings {
  const none = { value: null, source: "none" } as const;
  return {
    profile: { value: "default", source: "default" },
    baseUrl: { value: url, source: "flag" },
    workspaceId: none,
    agentId: none,
    token: { value: "blg_pat_none", source: "environment" },
    get files(): never {
      throw new Error("A stream reads no profile.");
    },
    config: {},
    secrets: {},
  };
}

Deno.test("the pauses before retries of a lost stream grow, and start over once the stream opens", async () => {
  const opened = () => new Response("", { headers: { "content-type": "text/event-stream" } });
  const busy = () => new Response("", { status: 503 });
  const answers = [opened, ...Array(9).fill(busy), opened, busy];
  await using server = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen: () => {} },
    () => (answers.shift() ?? busy)(),
  );
  const pauses: number[] = [];
  const over = new Error("The test has seen enough.");
  const rest = (length: number) => {
    pauses.push(length);
    return answers.length > 0 ? Promise.resolve() : Promise.reject(over);
  };
  const said: string[] = [];
  const { writeSync } = Deno.stderr;
  Deno.stderr.writeSync = (bytes) => {
    said.push(new TextDecoder().decode(bytes));
    return bytes.length;
  };
  try {
    const url = `http://127.0.0.1:${server.addr.port}`;
    const events = follow(settingsFor(url), { method: "GET", path: "/activity" }, rest);
    await assert.rejects(() => events.next(), over);
    assert.deepEqual(said.map((line) => line.replace(url, "It")), [
      "It can't be reached. Retrying…\n",
      "It can be reached again.\n",
      "It can't be reached. Retrying…\n",
    ]);
  } finally {
    Deno.stderr.writeSync = writeSync;
  }
  const lengths = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000, 30_000];
  for (const [n, length] of [...lengths, 500, 1_000].entries()) {
    const share = pauses[n]! / length;
    assert.ok(0.75 <= share && share <= 1.25, `pause ${n + 1} is ${pauses[n]} ms`);
  }
  assert.equal(pauses.length, lengths.length + 2);
});
