import assert from "node:assert/strict";
import { run } from "../../../cli/cli.ts";
import { environment, replaced } from "./replaced.ts";

/** Runs a command in a terminal whose width is `COLUMNS`. @returns its output */
export async function printed(env: Record<string, string>, typed: string[]): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  using _environment = environment(env);
  using _stdout = replaced(Deno.stdout, {
    isTerminal: () => true,
    writeSync(bytes) {
      text += decoder.decode(bytes, { stream: true });
      return bytes.length;
    },
  });
  assert.equal(await run(typed), 0, typed.join(" "));
  return text;
}
