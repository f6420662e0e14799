import { z } from "zod";
import { createPersonalToken } from "../domain/personal_tokens/create.ts";
import { listPersonalTokens } from "../domain/personal_tokens/list.ts";
import { revokePersonalToken } from "../domain/personal_tokens/revoke.ts";
import { PersonalToken } from "../domain/personal_tokens/schema.ts";
import { endOtherSessions, endOwnSession } from "../domain/sessions/end.ts";
import { listSessions } from "../domain/sessions/list.ts";
import { Session } from "../domain/sessions/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Security";
const path = "/personal-access-tokens";

export const securityEndpoints = [
  collection({
    path,
    operation: listPersonalTokens,
    tag,
    summary: "List your personal access tokens",
    description: "Includes expired and revoked tokens for 90 days.",
    plural: "credentials",
    record: PersonalToken,
  }),
  endpoint({
    method: "POST",
    path,
    operation: createPersonalToken,
    tag,
    summary: "Create a personal access token",
    description:
      "The token is shown only in this response. You can have up to 50 valid tokens. Creating more " +
      "returns 409.",
    status: 201,
    response: z.strictObject({ credential: PersonalToken, token: z.string() }),
    answer: (made) => made,
    secret: true,
    example: {
      label: "Build server",
      expiresInDays: 30,
      scopes: ["tasks.read", "tasks.write", "projects.read"],
    },
  }),
  endpoint({
    method: "DELETE",
    path: `${path}/{credentialId}`,
    operation: revokePersonalToken,
    tag,
    summary: "Revoke a personal access token",
    status: 204,
    response: null,
    answer: () => ({}),
  }),
  collection({
    path: "/sessions",
    operation: listSessions,
    tag,
    summary: "List your sessions",
    plural: "sessions",
    record: Session,
  }),
  endpoint({
    method: "POST",
    path: "/sessions/revoke-others",
    operation: endOtherSessions,
    tag,
    summary: "End all your other sessions",
    description:
      "The session that sends the request stays active. Returns the number of ended sessions.",
    status: 200,
    response: z.strictObject({ revoked: z.int() }),
    answer: (done) => done,
    bodyOptional: true,
  }),
  endpoint({
    method: "DELETE",
    path: "/sessions/{sessionId}",
    operation: endOwnSession,
    tag,
    summary: "End one of your sessions",
    description:
      "The session's tokens stop working immediately. You can also end the session that sends the request.",
    status: 204,
    response: null,
    answer: () => ({}),
  }),
];
