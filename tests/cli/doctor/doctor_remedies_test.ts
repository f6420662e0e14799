import assert from "node:assert/strict";
import { makeMachine } from "../support/operator.ts";

Deno.test("doctor's suggested commands can be typed as printed, for any folder name", async () => {
  await using machine = await makeMachine();
  const odd = `${machine.folder}/Ada's "back log"`;
  Deno.mkdirSync(odd, { mode: 0o755 });
  await machine.seed(20, `${odd}/b.db`);
  for (const ending of ["", "-wal", "-shm"]) Deno.chmodSync(`${odd}/b.db${ending}`, 0o644);
  const permissions = async () => {
    const { stdout } = await machine.run(["doctor"], {
      on: `${odd}/b.db`,
      env: { BACKLOG_PORT: "9" },
    });
    const { findings } = JSON.parse(stdout) as {
      findings: { check: string; state: string; next?: string }[];
    };
    return findings.find(({ check }) => check === "Permissions")!;
  };
  Deno.chmodSync(machine.folder, 0o755);
  const { state, next } = await permissions();
  assert.equal(state, "warning");
  const [, typed] = /^Run "(.*)"\.$/.exec(next!)!;
  const { success } = await new Deno.Command("sh", { args: ["-c", typed!] }).output();
  assert.ok(success, next!);
  assert.equal((await permissions()).state, "ok");
});
