import assert from "node:assert/strict";
import type { Step } from "./walk.ts";

/** Steps that call the API directly. */
export const apiSteps: Step[] = [
  {
    does: "asks the API by a path of the workspace in use",
    args: () => [
      "api",
      "get",
      "/workspaces/{workspaceId}/labels?limit=1",
    ],
    holds: ({ labels }) => assert.equal(labels.length, 1),
  },
  {
    does: "sends the API a body, and prints what has none as null",
    args: () => ["api", "POST", "/workspaces/{workspaceId}/labels", "-"],
    options: { stdin: '{"name": "Roof — 織り"}\n' },
    holds: ({ label }) => assert.equal(label.name, "Roof — 織り"),
  },
  {
    does: "refuses what is no body",
    args: () => ["api", "POST", "/me", "[1]"],
    code: 2,
    says: /^Use a JSON object as the body, such as /,
  },
  {
    does: "refuses what is no path",
    args: () => ["api", "GET", '/me"\nheader = "x: y'],
    code: 2,
    says: /^Use a path that starts with a slash, /,
  },
];
