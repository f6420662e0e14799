import assert from "node:assert/strict";
import { run } from "../../../cli/cli.ts";

/** Runs a command as in a terminal that is as wide as `COLUMNS` says. @returns what it printed */
export async function printed(env: Record<string, string>, typed: string[]): Promise<string> {
  const { stdout } = Deno;
  const own = { isTerminal: stdout.isTerminal, writeSync: stdout.writeSync };
  const decoder = new TextDecoder();
  let text = "";
  for (const [name, value] of Object.entries(env)) Deno.env.set(name, value);
  Object.assign(stdout, {
    isTerminal: () => true,
    writeSync(bytes: Uint8Array) {
      text += decoder.decode(bytes, { stream: true });
      return bytes.length;
    },
  });
  try {
    assert.equal(await run(typed), 0, typed.join(" "));
  } finally {
    Object.assign(stdout, own);
    for (const name of Object.keys(env)) Deno.env.delete(name);
  }
  return text;
}
