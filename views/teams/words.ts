/** Returns the notice on the pages of an archived team. */
export const archivedTeamText = (name: string): string =>
  `${name} is archived. It's hidden from lists and doesn't accept new tasks. Restore it to make changes.`;
