import { setTimeout as delay } from "node:timers/promises";
import type { Activity } from "../../server/domain/activity/schema.ts";
import type { Task } from "../../server/domain/tasks/schema.ts";
import { ask, type Collection, workspacePath } from "../client.ts";
import { command, number, value } from "../command.ts";
import { forPeople, jsonLine, oneLine, writeText } from "../output.ts";
import { resolveSettings } from "../settings.ts";
import { happened, type TaskPage } from "../task_views.ts";
import { wholeNumber } from "../whole_number.ts";

/** How long it rests between two looks, in milliseconds. */
const rest = 2_000;

/** One change as it is told: a line for people, JSON in a line for programs. */
type Change = Activity & Pick<Task, "reference" | "title">;

function lineOf({ reference, title, ...entry }: Change): string {
  const [time = "", who = "", what = "", change = ""] = happened(entry);
  const at = entry.createdAt.slice(11, 16) || time;
  return oneLine([at, reference, who, `${what}${change && `: ${change}`}`, title].join("  "));
}

/** What somebody says of a task leaves its `updatedAt`, and so isn't found by that: it is in the inbox. */
const isNew = ({ kind, createdAt }: Activity, begin: string) =>
  createdAt > begin && !kind.startsWith("task.comment");

export const commands = [
  command({
    path: "watch",
    summary: "Tell changes of tasks as they come, a line each, until it is stopped",
    options: {
      teamId: value("<ids>", "Of any of these teams; several are separated by commas"),
      count: number("<n>", "End after so many changes"),
    },
    async run({ options: { teamId, count }, globals }) {
      let left = count === undefined ? Infinity : wholeNumber("--count", count);
      if (left === 0) return;
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/tasks`;
      const list = (query: Record<string, string>) =>
        ask<TaskPage>(settings, { method: "GET", path, query: { ...query, teamId } });
      const newest = await list({ sort: "-updatedAt", limit: "1" });
      const begin = newest.tasks[0]?.updatedAt ?? "1970-01-01T00:00:00.000Z";
      const told = new Set<string>();
      const versions = new Map<string, number>();
      for (let since = begin; left > 0; await delay(rest)) {
        const { tasks } = await list({ updatedSince: since, sort: "updatedAt", limit: "250" });
        for (const { id, version, reference, title } of tasks) {
          if (versions.get(id) === version) continue;
          versions.set(id, version);
          const { activity } = await ask<Collection<"activity", Activity>>(settings, {
            method: "GET",
            path: `${path}/${encodeURIComponent(id)}/activity`,
            query: { limit: "20" },
          });
          for (const entry of activity.toReversed()) {
            if (left === 0 || !isNew(entry, begin) || told.has(entry.id)) continue;
            told.add(entry.id);
            left--;
            const change = { reference, title, ...entry };
            writeText(forPeople(globals) ? `${lineOf(change)}\n` : jsonLine(change));
          }
        }
        since = tasks.at(-1)?.updatedAt ?? since;
        if (left === 0) return;
      }
    },
  }),
];
