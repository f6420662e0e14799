import { answerQuickly } from "./cli/root_help.ts";

if (!answerQuickly(Deno.args)) {
  const { runPlainLine } = await import("./cli/plain_line.ts");
  Deno.exit(await runPlainLine(Deno.args) ?? await (await import("./cli/cli.ts")).run(Deno.args));
}
