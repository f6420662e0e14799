import { z } from "zod";
import { key, pageFields, prose } from "../fields.ts";
import { healthWord } from "../projects/schema.ts";

/** `POST …/projects/{projectId}/updates`. */
export const UpdatePost = z.strictObject({
  projectId: key,
  health: healthWord,
  body: prose(20_000).pipe(z.string("Write at least one character.")),
});

/** `GET …/projects/{projectId}/updates`. */
export const UpdateList = z.strictObject({ projectId: key, ...pageFields });
