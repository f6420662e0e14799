import { managers, people, type Row, type Table } from "./row.ts";

const manage = { scope: "workspace.manage", may: managers } as const;

const principals = [...people, "foreign", "removed"] as const;

/** Only the invited person can answer an invitation. For anyone else, it doesn't exist. */
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
  "invitations.createMany": [
    { ...manage, input: () => ({ emails: ["ida@example.com", "ole@example.com"] }) },
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
