import {
  invitationPath,
  memberSettingPath,
  memberSettingsPath,
} from "../../../views/settings_paths.ts";
import {
  MemberSettings,
  MemberSettingsFilter,
  type OpenMember,
  PeopleTable,
} from "../../../views/settings/members.tsx";
import { InviteForm } from "../../../views/settings/invitations.tsx";
import { withQuery } from "../../../views/paths.ts";
import { workspaceRoleWords } from "../../../views/people/words.ts";
import { parseJson } from "../../domain/core/json.ts";
import { createInvitations } from "../../domain/invitations/create_many.ts";
import { listInvitations } from "../../domain/invitations/list.ts";
import { resendInvitation } from "../../domain/invitations/resend.ts";
import { revokeInvitation } from "../../domain/invitations/revoke.ts";
import { findMember } from "../../domain/members/find.ts";
import { listMembers } from "../../domain/members/list.ts";
import { removeMember } from "../../domain/members/remove.ts";
import { updateMember } from "../../domain/members/update.ts";
import { countMemberWork } from "../../domain/members/work.ts";
import type { MemberRecord } from "../../domain/profiles/schema.ts";
import { type Action, action } from "../action.ts";
import { many, number, text } from "../forms.ts";
import type { Props } from "../page.ts";
import { pageClockOf } from "../page_clock.ts";
import { askedIn, typedAsked } from "./asked_records.ts";
import { ownersToAsk } from "../whom_to_ask.ts";
import { settingsPage } from "./page.tsx";

const home = () => memberSettingsPath;
const memberPathOf = (id: string) => `${memberSettingsPath}/${id}`;

/** Returns the addresses in typed or pasted text: `Ada <ada@example.com>, bob@example.com`. */
function addressesIn(typed: string): string[] {
  return typed.split(/[,;\n]/).flatMap((part) =>
    (/<([^<>]+)>/.exec(part)?.[1] ?? part).split(/\s+/).filter(Boolean)
  );
}

/** Invites people by their addresses. */
export const invite = action({
  path: memberSettingsPath,
  closes: ["create", "teamId", "email", "role"],
  form: { emails: text, role: text, teamIds: many, teamRole: text },
  does: async ({ emails, role, teamIds, teamRole }, { perform }) =>
    parseJson(
      await perform(createInvitations, {
        emails: addressesIn(emails),
        role,
        teams: (teamIds ?? []).map((teamId) => ({ teamId, role: teamRole })),
      }),
    ),
  says: (made) => ({
    text: made.length === 1
      ? `Invitation sent to ${made[0]!.email}`
      : `${made.length} invitations sent`,
    undo: {
      action: takeBack,
      path: memberSettingsPath,
      along: { ids: made.map(({ id }) => id).join(" ") },
    },
  }),
  home,
});

/** Revokes the invitations that were just sent. */
const takeBack: Action = action({
  path: memberSettingsPath,
  button: "act=take-back",
  form: { ids: text },
  async does({ ids }, { perform }) {
    const all = ids.split(" ").filter(Boolean).slice(0, 100);
    for (const invitationId of all) await perform(revokeInvitation, { invitationId });
    return all.length;
  },
  says: (n) => ({
    text: n === 1 ? "Invitation revoked" : `${n} invitations revoked`,
  }),
  home,
});

const resend = action({
  path: invitationPath,
  button: "act=resend",
  form: {},
  does: async (_form, { perform, params: { invitationId } }) =>
    parseJson(await perform(resendInvitation, { invitationId })),
  says: ({ email }) => ({
    text: `Invitation sent to ${email} again. The invitation expires in 14 days.`,
  }),
  home,
});

const revoke = action({
  path: invitationPath,
  button: "act=revoke",
  form: {},
  does: async (_form, { perform, params: { invitationId } }) =>
    parseJson(await perform(revokeInvitation, { invitationId })),
  says: ({ email, role }) => ({
    text: `Invitation for ${email} revoked`,
    link: {
      href: withQuery(memberSettingsPath, { create: "1", email, role }),
      name: "Invite again",
    },
  }),
  home,
});

const onMember = {
  path: memberSettingPath,
  home,
  of: ({ profileId }: { profileId: string }) => profileId,
} as const;

const changeRole = action({
  ...onMember,
  closes: ["edit"],
  form: { role: text, version: number },
  async does({ role, version }, { ask, perform, params: { profileId } }) {
    const before = parseJson((await ask(findMember, { profileId })).json);
    const patch = { role };
    return {
      before,
      now: parseJson((await perform(updateMember, { profileId, version, patch })).json),
    };
  },
  says: ({ before, now }) =>
    before.role === now.role ? { text: `${now.name} is already ${roleOf(now)}` } : {
      text: `${now.name} is now ${roleOf(now)}`,
      undo: {
        action: putRoleBack,
        path: memberPathOf(now.id),
        along: { role: before.role ?? "member", version: String(now.version) },
      },
    },
});

const putRoleBack: Action = action({
  ...onMember,
  button: "act=back",
  form: { role: text, version: number },
  does: async ({ role, version }, { perform, params: { profileId } }) =>
    parseJson((await perform(updateMember, { profileId, version, patch: { role } })).json),
  says: ({ name, role }) => ({
    text: `Role of ${name} changed back to ${workspaceRoleWords[role ?? "member"].toLowerCase()}`,
  }),
});

const suspending = (suspended: boolean, undo: () => Action): Action =>
  action({
    ...onMember,
    button: suspended ? "act=suspend" : "act=resume",
    form: {},
    does: async (_form, { perform, params: { profileId } }) =>
      parseJson((await perform(updateMember, { profileId, patch: { suspended } })).json),
    says: ({ id, name }) => ({
      text: `${name} ${suspended ? "suspended" : "unsuspended"}`,
      undo: { action: undo(), path: memberPathOf(id) },
    }),
  });
const suspend: Action = suspending(true, () => resume);
const resume: Action = suspending(false, () => suspend);

const remove = action({
  ...onMember,
  button: "act=remove",
  closes: ["remove"],
  form: { version: number },
  does: async ({ version }, { perform, params: { profileId } }) =>
    parseJson((await perform(removeMember, { profileId, version })).json),
  says: ({ name, email, role }) => ({
    text: `${name} removed from the workspace`,
    link: {
      href: withQuery(memberSettingsPath, { create: "1", email, role }),
      name: "Invite again",
    },
  }),
});

export const memberSettingsActions: Action[] = [
  invite,
  takeBack,
  resend,
  revoke,
  changeRole,
  putRoleBack,
  suspend,
  resume,
  remove,
];

function roleOf({ role }: Pick<MemberRecord, "role">): string {
  const word = workspaceRoleWords[role ?? "member"].toLowerCase();
  return `${/^[aeiou]/.test(word) ? "an" : "a"} ${word}`;
}

/** Maximum number of expired invitations on the page, the newest. */
const MOST_EXPIRED = 50;

/** Members, invitations, and roles. */
export const memberSettingsPage = settingsPage({
  path: memberSettingsPath,
  who: "managers",
  typedInto: typedAsked,
  async read(at) {
    const { url: { searchParams }, ask, askAll, viewer } = at;
    const asked = askedIn(at.url);
    const { q } = asked;
    const role = viewer.role ?? "member";
    const expired = await ask(listInvitations, { status: "expired", limit: MOST_EXPIRED });
    const read = async () => ({
      asked,
      members: await askAll(listMembers, { kind: "human", q }),
      viewer: { id: viewer.profile.id, role },
    });
    const teams = async () => (await at.teams()).filter(({ archivedAt }) => archivedAt === null);
    const blank = { typed: {}, refused: null };
    const begins = searchParams.has("create") && !at.refused &&
      !["email", "role", "teamId"].some((name) => searchParams.has(name));
    const drawBlank = async () => <InviteForm open={blank} teams={await teams()} role={role} />;
    const found = {
      asked,
      teams: await teams(),
      role,
      blank: begins ? await at.drawOnce([memberSettingsPath, "invite"], drawBlank) : null,
      invitations: [
        ...await askAll(listInvitations, { status: "pending" }),
        ...parseJson(expired.records),
      ],
      clock: pageClockOf(at),
      owners: await ownersToAsk(at),
      parameters: searchParams,
    };
    const opens = ["edit", "remove"].some((name) => searchParams.has(name));
    if (q || opens || at.refused) {
      const shown = await read();
      const goes = shown.members.find(({ id }) => id === searchParams.get("remove"));
      const work = goes ? await ask(countMemberWork, { profileId: goes.id }) : null;
      return { ...found, shown, work, drawn: null };
    }
    const draw = async () => <PeopleTable {...await read()} open={null} />;
    return {
      ...found,
      shown: null,
      work: null,
      drawn: await at.drawOnce([memberSettingsPath, asked], draw),
    };
  },
}).shows({
  title: () => "Members",
  beside: ({ asked: { q } }) => <MemberSettingsFilter q={q} />,
  main({ shown, drawn, blank, ...props }) {
    const open = openOn({ ...props, members: shown?.members ?? [] });
    const people = drawn ?? <PeopleTable {...shown} open={open} />;
    const inviting = open?.form === "invite"
      ? blank ?? <InviteForm {...props} open={open} />
      : null;
    return <MemberSettings {...props} people={people} inviting={inviting} />;
  },
});

function openOn(
  { members, parameters, work, refused }: Props<
    { members: readonly MemberRecord[]; parameters: URLSearchParams; work: OpenWork }
  >,
): OpenMember | null {
  const invited = refused(invite);
  if (invited) return { form: "invite", typed: invited.values, refused: invited };
  for (const { id } of members) {
    const role = refused(changeRole, id);
    if (role) return { form: "role", id, role: role.values.role, refused: role };
    const gone = refused(remove, id);
    if (gone) return { form: "remove", id, work, refused: gone };
  }
  if (parameters.has("create")) {
    const teamIds = parameters.getAll("teamId");
    const typed = {
      emails: parameters.get("email") ?? undefined,
      role: parameters.get("role") ?? undefined,
      teamIds,
    };
    return { form: "invite", typed, refused: null };
  }
  const [edits, removes] = [parameters.get("edit"), parameters.get("remove")];
  if (edits !== null) return { form: "role", id: edits, refused: null };
  return removes === null ? null : { form: "remove", id: removes, work, refused: null };
}

type OpenWork = Extract<OpenMember, { form: "remove" }>["work"];
