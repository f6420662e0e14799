import type { Child } from "hono/jsx";
import type { WorkspaceRole } from "../../server/domain/core/actor.ts";
import type { Invitation } from "../../server/domain/invitations/schema.ts";
import type { MemberRecord, MemberWork } from "../../server/domain/profiles/schema.ts";
import type { Team } from "../../server/domain/teams/schema.ts";
import { Icon } from "../icons.tsx";
import { withQuery } from "../paths.ts";
import { memberPath, membersPath } from "../people_paths.ts";
import { workspaceRoleWords } from "../people/words.ts";
import { memberSettingsPath } from "../settings_paths.ts";
import { Avatar } from "../ui/avatar.tsx";
import { TextFilter } from "../ui/text_filter.tsx";
import type { PageClock } from "../ui/time.tsx";
import { Invitations, type InvitationWords, InviteForm } from "./invitations.tsx";
import { RemoveForm, RoleForm } from "./member_forms.tsx";
import { Concern, Records, type Refused } from "./parts.tsx";

/** What is open on the page: the form that invites, or one about a member. */
export type OpenMember =
  | { form: "invite"; typed: InvitationWords; refused: Refused | null }
  | { form: "role"; id: string; role?: string | undefined; refused: Refused | null }
  | { form: "remove"; id: string; work: MemberWork | null; refused: Refused | null };

interface PeopleTableProps {
  /** Words that they were looked for by. */
  q: string | undefined;
  members: readonly MemberRecord[];
  viewer: { id: string; role: WorkspaceRole };
  /** The form that stands in one's row. */
  open: OpenMember | null;
}

/** What looks for somebody, beside the title. */
export function MemberSettingsFilter({ q }: { q: string | undefined }) {
  return (
    <TextFilter
      action={memberSettingsPath}
      q={q}
      name="Find somebody"
      fields={[]}
      without={memberSettingsPath}
    />
  );
}

/** Who is here with which role, and who is asked to come. @param props.people the table of who is here */
export function MemberSettings({ people, teams, role, invitations, clock, open }: {
  people: Child;
  teams: readonly Team[];
  /** That of who looks. */
  role: WorkspaceRole;
  invitations: readonly Invitation[];
  clock: PageClock;
  open: OpenMember | null;
}) {
  return (
    <>
      <Concern
        id="members"
        title="People"
        lead={
          <>
            What each may do in the whole workspace; what they may do in a team is the team's to
            say. To read who they are, go to the <a href={membersPath}>directory</a>.
          </>
        }
        beside={open?.form !== "invite" && (
          <a
            id="invite"
            class="button"
            data-kind="primary"
            href={withQuery(memberSettingsPath, { create: "1" })}
          >
            <Icon name="plus" />
            <span>Invite people</span>
          </a>
        )}
      >
        {open?.form === "invite" && <InviteForm open={open} teams={teams} role={role} />}
        {people}
      </Concern>
      <Invitations invitations={invitations} clock={clock} />
    </>
  );
}

/** Who is here with which role. */
export function PeopleTable(props: PeopleTableProps) {
  const { q, members, viewer } = props;
  return (
    <Records
      name="People"
      columns={[{ name: "Name" }, { name: "Role" }, { name: "Teams" }, {
        name: "Change",
        hidden: true,
      }]}
      rows={members.map((member) => ({
        key: member.id,
        muted: member.suspended,
        cells: [
          <Person member={member} own={member.id === viewer.id} />,
          workspaceRoleWords[member.role ?? "member"],
          member.teams.map(({ name }) => name).join(", "),
          <Acts member={member} viewer={viewer} q={q} />,
        ],
        open: openFor(member, props),
      }))}
      empty={q ? `Nobody's name, username, address, title or bio has “${q}”.` : ""}
    />
  );
}

function openFor(member: MemberRecord, { open, viewer }: PeopleTableProps) {
  if (open === null || open.form === "invite" || open.id !== member.id) return undefined;
  return open.form === "role"
    ? <RoleForm member={member} by={viewer.role} open={open} />
    : <RemoveForm member={member} open={open} />;
}

/** Too long for its line, it goes on with its domain. */
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

/** What one may change of somebody: an owner's role is for owners, and who goes themselves leaves the workspace. */
function Acts({ member: { id, name, role, suspended }, viewer, q }: {
  member: MemberRecord;
  viewer: PeopleTableProps["viewer"];
  q: string | undefined;
}) {
  if (role === "owner" && viewer.role !== "owner") return null;
  const to = (parameter: string) => withQuery(memberSettingsPath, { q, [parameter]: id });
  const path = `${memberSettingsPath}/${id}`;
  const suspends = suspended ? "Resume" : "Suspend";
  return (
    <span class="record-acts">
      {id !== viewer.id && (
        <form method="post" action={path} hx-post={path} data-next="here">
          <button
            type="submit"
            class="button"
            data-kind="quiet"
            name="act"
            value={suspends.toLowerCase()}
            aria-label={`${suspends} ${name}`}
          >
            {suspends}
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
