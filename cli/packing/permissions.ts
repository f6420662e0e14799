import configuration from "../../deno.json" with { type: "json" };

/** What a task lets the program do, as flags of Deno's. */
export function permissionsOf(task: "start" | "compile"): string[] {
  return configuration.tasks[task].replaceAll("'", "").split(" ")
    .filter((word) => word.startsWith("--allow-"));
}
