import { Icon } from "../../icons.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import type { FilterChoice, FilterLists } from "./filter.ts";

/** Whoever looks. */
export const me: FilterChoice = { name: "Me", icon: <Icon name="user-circle" />, value: "me" };

/** Members of the workspace, each by their own name. */
export function people(members: FilterLists["members"] = []): FilterChoice[] {
  return members.map((member) => ({
    name: member.name,
    icon: <Avatar person={member} />,
    value: member.id,
  }));
}
