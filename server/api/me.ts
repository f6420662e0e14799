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
    summary: "Who this token stands for, and where",
    description: "In the active workspace, or in the one that `workspaceId` names.",
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
  endpoint({
    method: "PATCH",
    path: "/me",
    operation: updateViewer,
    tag: "Context",
    summary: "Change your name everywhere",
    description:
      "The account's name, which `viewer` tells, goes to your profile in each workspace; " +
      "a profile's own name can be changed there alone, with PATCH …/members/me.",
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
    summary: "Make a workspace your session's active one",
    description: "The active workspace is the one that `/me` tells of and that pages show.",
    status: 200,
    response: Me,
    answer: (me) => me,
    example: { workspaceId: "ws_01k0000000000000000000000" },
  }),
];
