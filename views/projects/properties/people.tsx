import { Icon } from "../../icons.tsx";
import { onePersonChoices, personChoices, PersonValue } from "../../parts/properties.tsx";
import { ValueText } from "../../parts/value_text.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import type { PropertyOfProject } from "./property.ts";

export const lead: PropertyOfProject = {
  name: "Lead",
  field: "leadId",
  icon: "user-circle",
  key: "a",
  value: ({ lead }) => <PersonValue person={lead} none="No lead" />,
  inWords: ({ lead }) => lead?.name ?? "none",
  needs: "members",
  choices: ({ project, options, viewerId }) =>
    onePersonChoices(
      options.members ?? [],
      viewerId,
      { field: "leadId", none: "No lead" },
      project.leadId,
    ),
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
  inWords: ({ members }) => members.map(({ name }) => name).join(", ") || "none",
  needs: "members",
  many: true,
  choices: ({ project, options, viewerId }) =>
    personChoices(
      options.members ?? [],
      viewerId,
      "toggleMember",
      (id) => project.memberIds.includes(id),
    ),
};
