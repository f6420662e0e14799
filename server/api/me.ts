import { findMe } from "../domain/profiles/me.ts";
import { Me } from "../domain/profiles/schema.ts";
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
];
