import { everybody, managers, people, type Row, type Table, teamKeepers } from "./row.ts";

const read = { scope: "workspace.read", may: everybody } as const;
const manage = { scope: "workspace.manage", may: managers } as const;

const principals = [...people, "foreign", "removed"] as const;

/** A change of a team by those who keep it, and the same where the team is private. */
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
      // Anyone may leave a team
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

export const workflowRows: Table = {
  "workflows.list": [{ ...read, input: () => ({}) }],
  "workflows.find": [{ ...read, input: ({ ids }) => ({ workflowId: ids.workflow }) }],
  "workflows.create": [{ ...manage, input: () => ({ name: "Short" }) }],
  "workflows.update": [{
    ...manage,
    input: ({ ids }) => ({ workflowId: ids.workflow, patch: { name: "Usual" } }),
  }],
  "workflows.archive": [{ ...manage, input: ({ ids }) => ({ workflowId: ids.workflow }) }],
  "workflows.restore": [{ ...manage, input: ({ ids }) => ({ workflowId: ids.workflow }) }],
};

export const labelRows: Table = {
  "labels.list": [{ ...read, input: () => ({}) }],
  "labels.find": [{ ...read, input: ({ ids }) => ({ labelId: ids.label }) }],
  "labels.create": [{ ...manage, input: () => ({ name: "Rust" }) }],
  "labels.update": [{
    ...manage,
    input: ({ ids }) => ({ labelId: ids.label, patch: { name: "Defect" } }),
  }],
  "labels.archive": [{ ...manage, input: ({ ids }) => ({ labelId: ids.label }) }],
  "labels.restore": [{ ...manage, input: ({ ids }) => ({ labelId: ids.label }) }],
};

/** Answering an invitation takes the person it was sent to; to anybody else it doesn't exist. */
function answering(): readonly Row[] {
  return [
    {
      of: "one's own",
      input: ({ ids }) => ({ invitationId: ids.frodesInvitation }),
      scope: null,
      for: "principal",
      session: true,
      may: ["foreign"],
      except: Object.fromEntries([...people, "removed"].map((kind) => [kind, 404])),
    },
  ];
}

export const invitationRows: Table = {
  "invitations.list": [{ ...manage, input: () => ({}) }],
  "invitations.create": [
    { ...manage, of: "as a member", input: () => ({ email: "ida@example.com" }) },
    {
      of: "as an owner",
      input: () => ({ email: "ida@example.com", role: "owner" }),
      scope: "workspace.manage",
      session: true,
      may: ["owner"],
    },
  ],
  "invitations.resend": [{ ...manage, input: ({ ids }) => ({ invitationId: ids.invitation }) }],
  "invitations.revoke": [{ ...manage, input: ({ ids }) => ({ invitationId: ids.invitation }) }],
  "invitations.mine": [{
    input: () => ({}),
    scope: null,
    for: "principal",
    may: [...principals, "automation", "automationElsewhere", "agent", "agentCommentator"],
  }],
  "invitations.accept": answering(),
  "invitations.join": answering(),
  "invitations.decline": answering(),
};
