import { z } from "zod";
import { findMe } from "../domain/profiles/me.ts";
import { findPreferences } from "../domain/preferences/find.ts";
import { Preferences } from "../domain/preferences/schema.ts";
import { updatePreferences } from "../domain/preferences/update.ts";
import { Me } from "../domain/profiles/schema.ts";
import { endpoint } from "./endpoint.ts";

const onesPreferences = {
  tag: "Context",
  status: 200,
  response: z.strictObject({ preferences: Preferences }),
  answer: (preferences: Preferences) => ({ preferences }),
} as const;

/** Who is asking, and how they like their pages. `contract.md`, REST API v1 */
export const meEndpoints = [
  endpoint({
    method: "GET",
    path: "/me",
    operation: findMe,
    tag: "Context",
    summary: "Who this token stands for, and where",
    status: 200,
    response: Me,
    answer: (me) => me,
  }),
  endpoint({
    ...onesPreferences,
    method: "GET",
    path: "/me/preferences",
    operation: findPreferences,
    summary: "Read one's own preferences",
  }),
  endpoint({
    ...onesPreferences,
    method: "PATCH",
    path: "/me/preferences",
    operation: updatePreferences,
    summary: "Change one's own preferences",
    example: { theme: "dark", shortcuts: false },
  }),
];
