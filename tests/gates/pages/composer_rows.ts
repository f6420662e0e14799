import { members, type Rows } from "./row.ts";

/** The composer's forms: a new task, and a draft when it is closed. */
export const composerRows: Rows = {
  "/workspace/tasks": [
    {
      form: ({ teams }) => ({ title: "Plane the door", teamId: teams.eng }),
      gets: { ...members("ok", 422), commentator: 403 },
    },
    {
      of: "in a private team",
      form: ({ teams }) => ({ title: "Plane the door", teamId: teams.ppl }),
      gets: { ...members(422), owner: "ok", admin: "ok", outsider: "ok" },
    },
  ],
  "/workspace/tasks left": [
    {
      form: ({ teams }) => ({ left: "1", title: "Plane the door", teamId: teams.eng }),
      gets: { ...members("ok", 422), commentator: 403 },
    },
  ],
};
