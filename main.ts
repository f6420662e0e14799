import { run } from "./cli/cli.ts";

Deno.exit(await run(Deno.args));
