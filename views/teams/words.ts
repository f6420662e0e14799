/** Returns the notice on the pages of an archived team. */
export const archivedTeamText = (name: string): string =>
  `${name} is archived. The team is hidden from lists and doesn't accept new tasks. To make changes, restore the team.`;
