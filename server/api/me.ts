import { findMe } from "../domain/profiles/me.ts";
import { Me } from "../domain/profiles/schema.ts";
import { updateViewer } from "../domain/profiles/viewer.ts";
import { switchWorkspace } from "../domain/workspaces/switch.ts";
import { endpoint } from "./endpoint.ts";

/** Who is asking. `contract.md`, REST API v1 */
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
    method: "PATCH",
    path: "/me",
    operation: updateViewer,
    tag: "Context",
    summary: "Change your name everywhere, or how the pages look",
    description:
      "Takes a signed-in session. The account's name, which `viewer` tells, goes to your profile in each workspace; " +
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
    description:
      "Takes a signed-in session. The active workspace is the one that `/me` tells of and that pages show.",
    status: 200,
    response: Me,
    answer: (me) => me,
    example: { workspaceId: "ws_01k0000000000000000000000" },
  }),
];
