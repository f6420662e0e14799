import { z } from "zod";
import { prose } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { keys } from "../core/keys.ts";
import { healthWord } from "../vocabulary.ts";

/** `POST …/projects/{projectId}/updates`. */
export const UpdatePost = z.strictObject({
  projectId: keys.project,
  health: healthWord,
  body: prose(20_000).pipe(z.string("Enter at least one character."))
    .describe("Text of the update, in Markdown. 1 to 20,000 characters."),
});

/** `GET …/projects/{projectId}/updates`. */
export const UpdateList = z.strictObject({ projectId: keys.project, ...pageFields });
