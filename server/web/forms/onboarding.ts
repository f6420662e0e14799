import { filled, optional, text } from "./readers.ts";

/** A first workspace, or one more; one's own name where it isn't known yet. */
export const workspaceForm = { yourName: optional, name: text, teamName: text, teamKey: filled };

/** The answer to an invitation. */
export const acceptForm = { yourName: optional, accept: text };
export const declineForm = { decline: text };
