import { everybody, managers, type Row, type Table, teamKeepers } from "./row.ts";

const read = { scope: "workspace.read", may: everybody } as const;
const manage = { scope: "workspace.manage", may: managers } as const;

/** Changes a team by people who can manage it, also if the team is private. */
function keeping(change: (ids: Record<string, string>) => Record<string, unknown>): readonly Row[] {
  return [
    {
      of: "an open one",
      input: ({ teams, ids }) => ({ teamId: teams.eng, ...change(ids) }),
      scope: "workspace.manage",
      in: "eng",
      may: teamKeepers,
    },
    {
      of: "a private one",
      input: ({ teams, ids }) => ({ teamId: teams.ppl, ...change(ids) }),
      scope: "workspace.manage",
      in: "private",
      may: [...managers, "outsider"],
    },
  ];
}

export const teamRows: Table = {
  "teams.list": [{ ...read, input: () => ({}) }],
  "teams.find": [
    { ...read, of: "an open one", input: ({ teams }) => ({ teamId: teams.eng }), in: "eng" },
    { ...read, of: "a private one", input: () => ({ teamId: "PPL" }), in: "private" },
  ],
  "teams.openTasks": [
    { scope: "tasks.read", may: everybody, of: "all", input: () => ({}) },
    {
      scope: "tasks.read",
      may: everybody,
      of: "a private one",
      input: () => ({ teamId: "PPL" }),
      in: "private",
    },
  ],
  "teams.create": [{ ...manage, input: () => ({ name: "Design", key: "DSN" }) }],
  "teams.update": keeping(() => ({ patch: { description: "Gates and hinges" } })),
  "teams.archive": [
    {
      ...manage,
      of: "an open one",
      input: ({ teams }) => ({ teamId: teams.eng, force: true }),
      in: "eng",
    },
    {
      ...manage,
      of: "a private one",
      input: ({ teams }) => ({ teamId: teams.ppl, force: true }),
      in: "private",
    },
  ],
  "teams.restore": [{ ...manage, input: ({ teams }) => ({ teamId: teams.eng }), in: "eng" }],
  "teams.putMember": keeping((ids) => ({ profileId: ids.tove, role: "member" })),
  "teams.removeMember": [
    {
      of: "somebody",
      input: ({ teams, ids }) => ({ teamId: teams.eng, profileId: ids.esra }),
      scope: "workspace.manage",
      in: "eng",
      // Everyone can leave a team
      may: [...teamKeepers, "commentator"],
    },
    {
      of: "somebody of a private one",
      input: ({ teams, ids }) => ({ teamId: teams.ppl, profileId: ids.dina }),
      scope: "workspace.manage",
      in: "private",
      may: [...managers, "outsider"],
    },
  ],
};
