import { insiders, members, only, type Rows, taskWriters } from "./row.ts";

/** The palette's commands, as its page sends them. */
export const paletteRows: Rows = {
  "/workspace/command act=run": [
    {
      form: () => ({ command: "task.setPriority", record: "ENG-1", value: "high" }),
      gets: only(taskWriters),
    },
    {
      of: "in a private team",
      form: () => ({ command: "task.setPriority", record: "PPL-1", value: "high" }),
      gets: only(insiders, 404),
    },
    {
      of: "no command",
      form: () => ({ command: "task.paint", record: "ENG-1" }),
      gets: members(422),
    },
  ],
};
