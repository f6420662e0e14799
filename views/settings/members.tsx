import type { Child } from "hono/jsx";
import type { WorkspaceRole } from "../../server/domain/core/actor.ts";
import type { Invitation } from "../../server/domain/invitations/schema.ts";
import type { Named } from "../../server/domain/refs/named.ts";
import type { MemberRecord, MemberWork } from "../../server/domain/profiles/schema.ts";
import { Icon } from "../icons.tsx";
import { memberPath, membersPath } from "../people_paths.ts";
import { workspaceRoleWords } from "../people/words.ts";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { memberSettingsPath } from "../settings_paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { TextFilter } from "../ui/text_filter.tsx";
import type { PageClock } from "../ui/time.tsx";
import { type Asked, askedPath, ShowAllLink, shownOf } from "./first_records.tsx";
import { Invitations, type InvitationWords } from "./invitations.tsx";
import { RemoveForm, RoleForm } from "./member_forms.tsx";
import { Concern, Records, type Refused } from "./parts.tsx";

/** The open form: an invitation, or a change to a member. */
export type OpenMember =
  | { form: "invite"; typed: InvitationWords; refused: Refused | null }
  | { form: "role"; id: string; role?: string | undefined; refused: Refused | null }
  | { form: "remove"; id: string; work: MemberWork | null; refused: Refused | null };

interface PeopleTableProps {
  asked: Asked;
  /** The members that match the text in the URL. */
  members: readonly MemberRecord[];
  viewer: { id: string; role: WorkspaceRole };
  /** The form that is open in a row. */
  open: OpenMember | null;
}

/** The field that finds a member, beside the title. */
export function MemberSettingsFilter({ q }: { q: string | undefined }) {
  return (
    <TextFilter
      action={memberSettingsPath}
      q={q}
      name="Find a member"
      fields={[]}
      without={memberSettingsPath}
    />
  );
}

/**
 * Members with their roles, and invitations.
 * @param props.people the table of members
 * @param props.inviting the open invitation form
 */
export function MemberSettings({ asked, people, inviting, invitations, clock, owners }: {
  asked: Asked;
  /** Owners to ask. Empty for an owner. */
  owners: readonly Named[];
  people: Child;
  inviting: Child;
  invitations: readonly Invitation[];
  clock: PageClock;
}) {
  return (
    <>
      <Concern
        id="members"
        title="People"
        lead={
          <>
            Members and their workspace roles. To change team roles, open a team's settings. For
            profiles, see the <a href={membersPath}>directory</a>.
          </>
        }
        beside={inviting === null && (
          <a
            id="invite"
            class="button"
            href={askedPath(memberSettingsPath, asked, { create: "1" })}
          >
            <Icon name="plus" />
            <span>Invite people</span>
          </a>
        )}
      >
        {inviting}
        {people}
        <WhomToAsk managers={owners}>
          Only owners can add, change, suspend, or remove owners.
        </WhomToAsk>
      </Concern>
      <Invitations invitations={invitations} clock={clock} />
    </>
  );
}

/** The table of members with their roles. */
export function PeopleTable(props: PeopleTableProps) {
  const { asked, members, viewer, open } = props;
  const id = open && open.form !== "invite" ? open.id : null;
  const shown = shownOf(members, asked, (member) => member.id === id);
  return (
    <>
      <Records
        name="People"
        columns={[{ name: "Name" }, { name: "Role" }, { name: "Teams" }, {
          name: "Actions",
          hidden: true,
        }]}
        rows={shown.map((member) => ({
          key: member.id,
          muted: member.suspended,
          cells: [
            <Person member={member} own={member.id === viewer.id} />,
            workspaceRoleWords[member.role ?? "member"],
            member.teams.map(({ name }) => name).join(", "),
            <Acts member={member} viewer={viewer} asked={asked} />,
          ],
          open: openFor(member, props),
        }))}
        empty={asked.q ? `No members match “${asked.q}”` : ""}
      />
      <ShowAllLink
        shown={shown}
        records={members}
        href={askedPath(memberSettingsPath, { ...asked, show: "all" })}
        of={`${members.length.toLocaleString("en")} people`}
        rowOf={({ id }) => `row-${id}`}
      />
    </>
  );
}

function openFor(member: MemberRecord, { asked, open, viewer }: PeopleTableProps) {
  if (open === null || open.form === "invite" || open.id !== member.id) return undefined;
  if (!mayChange(member, viewer.role)) return undefined;
  return open.form === "role"
    ? <RoleForm member={member} by={viewer.role} open={open} asked={asked} />
    : <RemoveForm member={member} open={open} asked={asked} />;
}

/** An email address. A long one breaks before its domain. */
function Address({ address }: { address: string }) {
  const at = address.lastIndexOf("@");
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  );
}

function Person({ member, own }: { member: MemberRecord; own: boolean }) {
  return (
    <a class="person-link" href={memberPath(member.id)}>
      <Avatar person={member} />
      <span>
        <bdi>{member.name}</bdi>
        {own && " (you)"}
        {member.suspended && (
          <>
            {" "}
            <span class="badge">suspended</span>
          </>
        )}
        <small>
          {member.email ? <Address address={member.email} /> : `@${member.username}`}
        </small>
      </span>
    </a>
  );
}

/** Returns whether someone with a role can change a member. `RULES.md`, Permissions */
const mayChange = ({ role }: Pick<MemberRecord, "role">, by: WorkspaceRole) =>
  role !== "owner" || by === "owner";

/** Actions on a member. Only owners change owners, and people leave the workspace on their profile page. */
function Acts({ member: { id, name, role, suspended }, viewer, asked }: {
  member: MemberRecord;
  viewer: PeopleTableProps["viewer"];
  asked: Asked;
}) {
  if (!mayChange({ role }, viewer.role)) return null;
  const to = (parameter: string) => askedPath(memberSettingsPath, asked, { [parameter]: id });
  const path = `${memberSettingsPath}/${id}`;
  const [act, word] = suspended ? ["resume", "Unsuspend"] : ["suspend", "Suspend"];
  return (
    <span class="record-acts">
      {id !== viewer.id && (
        <form method="post" action={path} hx-post={path} data-next="here">
          <button
            type="submit"
            class="button"
            data-kind="quiet"
            name="act"
            value={act}
            aria-label={`${word} ${name}`}
          >
            {word}
          </button>
        </form>
      )}
      <a
        id={`edit-${id}`}
        class="button"
        data-kind="quiet"
        data-shape="icon"
        href={to("edit")}
        aria-label={`Change the role of ${name}`}
        title="Change role"
      >
        <Icon name="pencil" />
      </a>
      {id !== viewer.id && (
        <a
          id={`remove-${id}`}
          class="button"
          data-kind="quiet"
          data-shape="icon"
          href={to("remove")}
          aria-label={`Remove ${name}`}
          title="Remove"
        >
          <Icon name="trash" />
        </a>
      )}
    </span>
  );
}
