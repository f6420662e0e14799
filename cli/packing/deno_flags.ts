import configuration from "../../deno.json" with { type: "json" };

/** Returns the flags that a task gives Deno: permissions, and V8's own flags. */
export function denoFlagsOf(task: "start" | "compile"): string[] {
  return configuration.tasks[task].replaceAll("'", "").split(" ")
    .filter((word) => /^--(allow|v8)-/.test(word));
}
