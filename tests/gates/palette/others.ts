import { offers } from "./row.ts";

/** Actions on a person in Engineering. */
export const personOffers = offers(`
  Open profile → everyone → person.open → /workspace/members/{chidi}
  Create task for person → writers → person.createTask → /workspace/tasks/compose?assigneeId={chidi}&teamId={eng}
  Create task for person → outsider → person.createTask → /workspace/tasks/compose?assigneeId={chidi}
`);

/** Actions on a team. */
export const teamOffers = offers(`
  Open team → everyone → team.open → /workspace/teams/{eng}
  Create task in team → creators → team.createTask → /workspace/tasks/compose?teamId={eng}
  Favorite team → everyone → team.favorite → Engineering added to favorites
`);

/** Additional actions on a team that the owner has pinned. */
export const pinnedTeamOffers = offers(`
  Unfavorite team → owner → team.unfavorite → Support removed from favorites → everyone
  Favorite team → everyone -owner → team.favorite → Support added to favorites → everyone
`);

/** Actions on the member's own view of tasks, which everyone can see. */
export const viewOffers = offers(`
  Open saved view → everyone → view.open → /workspace/view/{viewKey}
  Open owner → everyone → view.openOwner → /workspace/members/{chidi}
  Turn task-view notifications on → everyone -member → view.subscribe → Subscribed to All open → everyone
  Turn task-view notifications off → member → view.unsubscribe → Unsubscribed from All open → everyone
  Favorite task view → everyone → view.favorite → All open added to favorites
  Archive task view → managers member → view.archive → All open archived
`);

/** Actions on a team's view that the owner has pinned. */
export const teamViewOffers = offers(`
  Open saved view → everyone → view.open → /workspace/view/{teamViewKey}
  Open owner → everyone → view.openOwner → /workspace/members/{ada}
  Open team → everyone → view.openTeam → /workspace/teams/{eng}
  Turn task-view notifications on → everyone → view.subscribe → Subscribed to Afoot
  Unfavorite task view → owner → view.unfavorite → Afoot removed from favorites → everyone
  Favorite task view → everyone -owner → view.favorite → Afoot added to favorites → everyone
  Archive task view → managers → view.archive → Afoot archived
`);

/** Actions on a project's view of tasks. */
export const projectTaskViewOffers = offers(`
  Open saved view → everyone → view.open → /workspace/view/{projectTaskViewKey}
  Open owner → everyone → view.openOwner → /workspace/members/{ada}
  Open project → everyone → view.openProject → /workspace/projects/{project}
  Turn task-view notifications on → everyone → view.subscribe → Subscribed to Stones
  Favorite task view → everyone → view.favorite → Stones added to favorites
  Archive task view → managers → view.archive → Stones archived
`);

/** Actions on a view of projects. */
export const projectViewOffers = offers(`
  Open saved view → everyone → view.open → /workspace/project-view/{projectViewKey}
  Open owner → everyone → view.openOwner → /workspace/members/{ada}
  Turn project-view notifications on → everyone → view.subscribe → Subscribed to Works
  Favorite project view → everyone → view.favorite → Works added to favorites
  Archive project view → managers → view.archive → Works archived
`);

/** Actions among the search results for the best matches: a record's name, and its actions. */
export const headlines: [typed: string, titles: string[]][] = [
  ["mend the gate", ["Complete task", "Reassign task to me", "Create sub-task"]],
  ["draw a key", ["Publish draft", "Discard draft"]],
  ["gatehouse", ["Create task in project", "Mark project as active"]],
  ["chidi eze", ["Create task for person"]],
  ["engineering", ["Create task in team"]],
  ["all open", ["Open task view"]],
  ["works", ["Open project view"]],
];
