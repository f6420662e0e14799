import { insiders, managers, people, projectWriters, type Row, type Table } from "./row.ts";

/** Only signed-in people can use the palette, so no scope allows it. */
const session = { scope: null, session: true } as const;
const taskWriters = [...managers, "lead", "member"] as const;

/** Returns a command's rows. @param record the name of its record's ID */
function command(
  name: string,
  may: Row["may"],
  record?: string,
  more: { in?: "eng" | "private"; value?: string } = {},
): Row {
  const { in: where, value } = more;
  return {
    ...session,
    of: `${name} ${record ?? ""}`,
    input: ({ ids }) => ({
      command: name,
      ...(record ? { record: ids[record] } : {}),
      ...(value ? { value } : {}),
    }),
    may,
    ...(where ? { in: where } : {}),
  };
}

export const commandRows: Table = {
  "recents.list": [{ ...session, input: () => ({}), may: people }],
  "commands.list": [
    { ...session, of: "suggestions", input: () => ({}), may: people },
    { ...session, of: "results", input: () => ({ q: "gate" }), may: people },
    { ...session, of: "an open task's", input: ({ ids }) => ({ record: ids.task }), may: people },
    ...["privateTask", "privateProject", "privateView"].map((record): Row => ({
      ...session,
      of: record,
      input: ({ ids }) => ({ record: ids[record] }),
      in: "private",
      may: insiders,
    })),
  ],
  "commands.run": [
    command("open.inbox", people),
    command("open.roadmap", projectWriters),
    command("create.task", [...taskWriters, "outsider"]),
    command("create.project", managers),
    command("create.team", managers),
    command("invite.members", managers),
    command("task.open", people, "task"),
    command("task.createSubtask", [...taskWriters, "outsider"], "task"),
    command("task.setStatus", taskWriters, "task", { value: "completed" }),
    command("task.setStatus", insiders, "privateTask", { in: "private", value: "completed" }),
    command("task.favorite", people, "task"),
    command("task.favorite", insiders, "privateTask", { in: "private" }),
    command("draft.publish", taskWriters, "draft"),
    command("draft.discard", taskWriters, "draft"),
    command("project.setStatus", projectWriters, "project", { value: "completed" }),
    command("project.setLead", projectWriters, "project", { value: "me" }),
    command("project.favorite", insiders, "privateProject", { in: "private" }),
    command("view.archive", [...managers, "member"], "view"),
    command("view.subscribe", people, "view"),
    command("view.subscribe", insiders, "privateView", { in: "private" }),
    command("view.archive", managers, "privateView", { in: "private" }),
  ],
};
