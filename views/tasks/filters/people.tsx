import { Icon } from "../../icons.tsx";
import { Avatar } from "../../ui/avatar.tsx";
import type { FilterChoice, FilterLists } from "./filter.ts";

/** The viewer. */
export const me: FilterChoice = { name: "Me", icon: <Icon name="user-circle" />, value: "me" };

/** The choices of workspace members. */
export function people(members: FilterLists["members"] = []): FilterChoice[] {
  return members.map((member) => ({
    name: member.name,
    icon: <Avatar person={member} />,
    value: member.id,
  }));
}
