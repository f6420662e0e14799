import type { Activity, RecordActivity } from "../server/domain/activity/schema.ts";
import { inRows } from "./reading.ts";
import { happened } from "./task_views.ts";

/** Formats the activity of one record, with the IDs that `tasks undo` accepts. */
export const historyRows = inRows(
  ["ID", "When", "Who", "What", "Change"],
  (entry: Activity) => [entry.id, ...happened(entry)],
  "No activity yet",
);

/** Formats the activity of several records, each with its task or project. */
export const happeningRows = inRows(
  ["ID", "When", "Who", "Record", "What", "Change"],
  (entry: RecordActivity) => {
    const [when = "", who = "", ...what] = happened(entry);
    return [entry.id, when, who, entry.task?.reference ?? entry.project?.key ?? "", ...what];
  },
  "No activity yet",
);
