const space = " ";

/** A dot between two parts of a line. It is a space with a background, so it disappears where the line breaks. */
export const Separator = () => <span class="separator">{space}</span>;
