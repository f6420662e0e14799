import { answerQuickly } from "./cli/root_help.ts";

if (!answerQuickly(Deno.args)) Deno.exit(await (await import("./cli/cli.ts")).run(Deno.args));
