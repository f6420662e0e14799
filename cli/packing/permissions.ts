import configuration from "../../deno.json" with { type: "json" };

/** Returns a task's permissions as Deno's flags. */
export function permissionsOf(task: "start" | "compile"): string[] {
  return configuration.tasks[task].replaceAll("'", "").split(" ")
    .filter((word) => word.startsWith("--allow-"));
}
