import { number, text } from "./readers.ts";

/** A task's title, changed from the version that was read. */
export const titleForm = { title: text, version: number };

/** A task's description, changed from the version that was read. */
export const descriptionForm = { description: text, version: number };
