import { Icon } from "../../icons.tsx";
import { ValueText } from "../../parts/value_text.tsx";
import { Avatar, Unassigned } from "../../ui/avatar.tsx";
import type { Choice } from "../../ui/menu.tsx";
import type { ChoosingForProject, PropertyOfProject } from "./property.ts";

export const lead: PropertyOfProject = {
  name: "Lead",
  field: "leadId",
  icon: "user-circle",
  key: "a",
  value: ({ lead }) => (
    <>
      {lead ? <Avatar person={lead} /> : <Unassigned />}
      <ValueText value={lead?.name} none="Nobody" />
    </>
  ),
  inWords: ({ lead }) => lead?.name ?? "nobody",
  needs: "members",
  choices: (choosing) => [
    {
      name: "Nobody",
      icon: <Unassigned />,
      chosen: choosing.project.leadId === null,
      send: { name: "leadId", value: "" },
    },
    ...offered(choosing, "leadId", (id) => id === choosing.project.leadId),
  ],
};

export const members: PropertyOfProject = {
  name: "Members",
  field: "memberIds",
  icon: "users",
  value: ({ members }) =>
    members.length > 0
      ? (
        <span class="rail-people">
          {members.map((person) => (
            <span class="rail-person">
              <Avatar person={person} />
              <span>{person.name}</span>
            </span>
          ))}
        </span>
      )
      : (
        <>
          <Icon name="users" />
          <ValueText value={null} none="No members" />
        </>
      ),
  inWords: ({ members }) => members.map(({ name }) => name).join(", ") || "nobody",
  needs: "members",
  many: true,
  choices: (choosing) =>
    offered(choosing, "toggleMember", (id) => choosing.project.memberIds.includes(id)),
};

/** People, the viewer first. @param sends the field that a choice fills */
function offered(
  { options, viewerId }: ChoosingForProject,
  sends: string,
  chosen: (id: string) => boolean,
): Choice[] {
  const first = (id: string) => Number(id === viewerId);
  const people = (options.members ?? []).toSorted((a, b) => first(b.id) - first(a.id));
  return people.map((person) => ({
    name: person.name,
    icon: <Avatar person={person} />,
    hint: person.id === viewerId ? "you" : person.kind === "agent" ? "agent" : undefined,
    chosen: chosen(person.id),
    send: { name: sends, value: person.id },
  }));
}
