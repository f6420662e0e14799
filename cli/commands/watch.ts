import type { RecordActivity } from "../../server/domain/activity/schema.ts";
import { workspacePath } from "../client.ts";
import { command, number, value } from "../command.ts";
import { Failure } from "../failure.ts";
import { follow } from "../follow.ts";
import { lineOf } from "../happenings.ts";
import { forPeople, forPrograms, jsonLine, writeText } from "../output.ts";
import { resolveSettings } from "../settings.ts";
import { wholeNumber } from "../whole_number.ts";

export const commands = [
  command({
    path: "watch",
    summary: "Stream changes to tasks and projects, one per line, until stopped",
    options: {
      teamId: value("<ids>", "Filter by any of these teams, comma-separated"),
      count: number("<n>", "Stop after this many lines"),
    },
    async run({ options: { teamId, count }, globals }) {
      let left = count === undefined ? Infinity : wholeNumber("--count", count);
      if (left === 0) return;
      const settings = resolveSettings(globals);
      const path = `${await workspacePath(settings)}/activity`;
      for await (const data of follow(settings, { method: "GET", path, query: { teamId } })) {
        const entry = entryIn(data, settings.baseUrl.value);
        writeText(
          forPeople(globals) ? `${lineOf(entry)}\n` : forPrograms(globals, entry, jsonLine),
        );
        if (--left === 0) return;
      }
    },
  }),
];

function entryIn(data: string, baseUrl: string): RecordActivity {
  try {
    const entry = JSON.parse(data);
    if (typeof entry?.kind === "string" && typeof entry.data === "object") return entry;
  } catch { /* reported below */ }
  throw new Failure(`${baseUrl} sent an unknown event. Check the address.`);
}
