import type { MemberRecord } from "../../server/domain/profiles/schema.ts";
import type { Named } from "../../server/domain/refs/named.ts";
import { guides } from "../docs_paths.ts";
import { Main } from "../layouts/shell.tsx";
import { WhomToAsk } from "../parts/whom_to_ask.tsx";
import { memberPath, membersPath, membersPathFor, type MembersQuery } from "../people_paths.ts";
import { ShowAllLink, shownOf } from "../settings/first_records.tsx";
import { Records } from "../settings/parts.tsx";
import { Avatar } from "../ui/avatar.tsx";
import { Empty } from "../ui/empty.tsx";
import { TextFilter } from "../ui/text_filter.tsx";
import { workspaceRoleWords } from "./words.ts";

/** The bar of the member directory: links to people or agents only, and the text filter. */
export function MembersBar({ query: { q, kind } }: { query: MembersQuery }) {
  const part = (name: string, of: MembersQuery["kind"]) => (
    <a
      class="button"
      data-kind="quiet"
      href={membersPathFor({ q, kind: of })}
      aria-current={kind === of ? "page" : undefined}
      data-next="#main"
    >
      {name}
    </a>
  );
  return (
    <>
      <h1>Members</h1>
      <nav class="bar-parts" aria-label="Member type">
        {part("All", undefined)}
        {part("People", "human")}
        {part("Agents", "agent")}
      </nav>
      <TextFilter
        action={membersPath}
        q={q}
        name="Find a member"
        fields={kind ? [["kind", kind]] : []}
        without={membersPathFor({ kind })}
      />
    </>
  );
}

/** All members. Each row links to a profile. */
export function MembersMain({ query, members, viewerId, managers }: {
  query: MembersQuery;
  members: readonly MemberRecord[];
  viewerId: string;
  /** Owners and admins to ask. Empty for one of them. */
  managers: readonly Named[];
}) {
  const shown = shownOf(members, query);
  return (
    <Main kind="people">
      {members.length === 0
        ? (
          <Empty icon="users" title="No members found" guide={guides.members}>
            {query.q
              ? `No name, username, title, or bio contains “${query.q}”.`
              : "This list is empty."}
          </Empty>
        )
        : (
          <Records
            name="Members"
            columns={[{ name: "Name" }, { name: "Title" }, { name: "Role" }, { name: "Teams" }]}
            rows={shown.map((member) => ({
              key: member.id,
              muted: member.suspended,
              cells: [
                <a class="person-link" href={memberPath(member.id)}>
                  <Avatar person={member} />
                  <span>
                    <bdi>{member.name}</bdi>
                    {member.id === viewerId && " (you)"}
                    <small>@{member.username}</small>
                  </span>
                </a>,
                member.title ?? "",
                roleOf(member),
                member.teams.map(({ name }) => name).join(", "),
              ],
            }))}
            empty=""
          />
        )}
      <ShowAllLink
        shown={shown}
        records={members}
        href={membersPathFor({ ...query, show: "all" })}
        of={`${members.length.toLocaleString("en")} members`}
        rowOf={({ id }) => `row-${id}`}
      />
      <WhomToAsk managers={managers}>
        Only owners and admins can invite people and change roles.
      </WhomToAsk>
    </Main>
  );
}

function roleOf({ kind, role, suspended }: MemberRecord): string {
  const word = kind === "agent" ? "Agent" : workspaceRoleWords[role ?? "member"];
  return suspended ? `${word}, suspended` : word;
}
