import type { Activity, RecordActivity } from "../server/domain/activity/schema.ts";
import { inRows } from "./reading.ts";
import { happened } from "./task_views.ts";

/** The entries of one record's history, with the ids that `tasks undo` takes. */
export const historyRows = inRows(
  ["Id", "When", "Who", "What", "Change"],
  (entry: Activity) => [entry.id, ...happened(entry)],
  "Nothing has happened yet.",
);

/** The same of several records, each with the one that it happened to. */
export const happeningRows = inRows(
  ["Id", "When", "Who", "Of", "What", "Change"],
  (entry: RecordActivity) => {
    const [when = "", who = "", ...what] = happened(entry);
    return [entry.id, when, who, entry.task?.reference ?? entry.project?.key ?? "", ...what];
  },
  "Nothing has happened yet.",
);
