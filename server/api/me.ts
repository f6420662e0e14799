import { z } from "zod";
import { findMe } from "../domain/profiles/me.ts";
import { findPreferences } from "../domain/preferences/find.ts";
import { Preferences } from "../domain/preferences/schema.ts";
import { updatePreferences } from "../domain/preferences/update.ts";
import { Me } from "../domain/profiles/schema.ts";
import { updateViewer } from "../domain/profiles/update_viewer.ts";
import { switchWorkspace } from "../domain/workspaces/switch.ts";
import { endpoint } from "./endpoint.ts";

const onesPreferences = {
  tag: "Context",
  status: 200,
  response: z.strictObject({ preferences: Preferences }),
  answer: (preferences: Preferences) => ({ preferences }),
} as const;

export const meEndpoints = [
  endpoint({
    method: "GET",
    path: "/me",
    operation: findMe,
    tag: "Context",
    summary: "Get the token's profile and workspace",
    description: "Uses the active workspace, or the workspace given as `workspaceId`.",
    status: 200,
    response: Me,
    answer: (me) => me,
  }),
  endpoint({
    ...onesPreferences,
    method: "GET",
    path: "/me/preferences",
    operation: findPreferences,
    summary: "Get your preferences",
  }),
  endpoint({
    ...onesPreferences,
    method: "PATCH",
    path: "/me/preferences",
    operation: updatePreferences,
    summary: "Update your preferences",
    example: { theme: "dark", shortcuts: false },
  }),
  endpoint({
    method: "PATCH",
    path: "/me",
    operation: updateViewer,
    tag: "Context",
    summary: "Update your name in every workspace",
    description:
      "Changes your account name, returned as `viewer.name`, and your profile name in each workspace. To " +
      "change your name in one workspace, use PATCH …/members/me.",
    status: 200,
    response: Me,
    answer: (me) => me,
    example: { name: "Ada King" },
  }),
  endpoint({
    method: "PUT",
    path: "/me/workspace",
    operation: switchWorkspace,
    tag: "Context",
    summary: "Switch the active workspace",
    description: "`/me` and the web pages use the active workspace.",
    status: 200,
    response: Me,
    answer: (me) => me,
    example: { workspaceId: "ws_01k0000000000000000000000" },
  }),
];
