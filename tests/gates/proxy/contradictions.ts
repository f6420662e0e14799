import { createAutomation } from "../../../server/domain/automations/create.ts";
import { exchangeSecret } from "../../../server/domain/automations/exchange.ts";
import { updateAutomation } from "../../../server/domain/automations/update.ts";
import { createPersonalToken } from "../../../server/domain/personal_tokens/create.ts";
import { parseJson } from "../../../server/domain/core/json.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { scopes } from "../../../server/domain/core/actor.ts";
import { nobody } from "../../support/world.ts";
import { forPeople } from "../permissions/actors.ts";
import type { FullCast } from "../support/full_cast.ts";

const inside = "/workspaces/{workspaceId}";

/** The difference from a successful request. */
interface Differs {
  body?: Record<string, unknown>;
  known?: Record<string, unknown[]>;
  token?: string | undefined;
}

/** A suspended automation: its secret, and an access token issued before. */
export async function suspendedAutomation({ world: { services }, ada, teams }: FullCast) {
  const input = {
    name: "Ferryman",
    teamIds: [teams.eng],
    scopes: scopes.filter((scope) => !forPeople.has(scope)),
  };
  const { json, secret } = await perform(services, ada.member, createAutomation, input);
  const { accessToken } = await perform(services, nobody, exchangeSecret, { secret });
  const suspension = { automationId: parseJson(json).id, patch: { suspended: true } };
  await perform(services, ada.member, updateAutomation, suspension);
  return { accessToken, secret };
}

/** Requests that conflict with existing records or name missing ones, by status, method, and path. */
export async function contradictions(fullCast: FullCast, secret: string) {
  const { world: { services }, ada, bao, ids, teams } = fullCast;
  const pat = await perform(services, ada.member, createPersonalToken, { label: "Reader" });
  const owner = { known: { profileId: [ids.ada] }, token: ada.tokens.accessToken };
  const rows: Record<string, Differs> = {
    "403 POST /auth/revoke": { token: pat.token, body: {} },
    "403 POST /automation-auth/exchange": { token: secret },
    "404 PUT /me/workspace": { body: { workspaceId: "none" } },
    [`409 DELETE ${inside}/membership`]: { token: ada.tokens.accessToken },
    [`409 PATCH ${inside}/labels/{labelId}`]: { body: { name: "Bolt" } },
    [`409 PATCH ${inside}/project-labels/{labelId}`]: { body: { name: "Infrastructure" } },
    [`409 PATCH ${inside}/teams/{teamId}`]: { body: { key: "SUP" } },
    [`409 DELETE ${inside}/teams/{teamId}`]: { known: { teamId: [teams.eng] } },
    [`409 PATCH ${inside}/members/me`]: {
      body: { username: bao.member.profile.username },
      token: ada.tokens.accessToken,
    },
    [`409 PATCH ${inside}/members/{profileId}`]: { ...owner, body: { role: "member" } },
    [`409 DELETE ${inside}/members/{profileId}`]: owner,
  };
  return rows;
}

/**
 * Documented responses that these tests don't cause: conflicts that need another person at the same moment, another
 * kind of owner or invitation, and retries about records hidden since. For /auth/revoke, only bodies count.
 */
export const unprovoked: readonly string[] = [
  "429 POST /auth/revoke",
  "409 PATCH /me",
  "409 PATCH /me/preferences",
  "409 PUT /me/workspace",
  "404 POST /workspaces",
  `409 PATCH ${inside}`,
  `409 DELETE ${inside}`,
  `409 DELETE ${inside}/tasks/{taskId}`,
  `409 PATCH ${inside}/tasks/follow`,
  `409 PUT ${inside}/tasks/{taskId}/follow`,
  `409 DELETE ${inside}/tasks/{taskId}/follow`,
  `409 DELETE ${inside}/tasks/{taskId}/unsent-comment`,
  `409 PATCH ${inside}/inbox/{notificationId}`,
  `409 PUT ${inside}/inbox/{notificationId}/follow`,
  `409 DELETE ${inside}/inbox/{notificationId}/follow`,
  `409 PATCH ${inside}/task-templates/{templateId}`,
  `409 DELETE ${inside}/task-templates/{templateId}`,
  "404 POST /personal-access-tokens",
  "409 DELETE /personal-access-tokens/{credentialId}",
  "409 DELETE /sessions/{sessionId}",
  `409 PATCH ${inside}/automations/{automationId}`,
  `409 PATCH ${inside}/agents/{agentId}`,
  `409 DELETE ${inside}/projects/{projectId}`,
  `409 DELETE ${inside}/project-labels/{labelId}`,
  `409 PATCH ${inside}/project-templates/{templateId}`,
  `409 DELETE ${inside}/project-templates/{templateId}`,
  `409 DELETE ${inside}/invitations/{invitationId}`,
  `409 PUT ${inside}/teams/{teamId}/members/{profileId}`,
  `409 DELETE ${inside}/teams/{teamId}/members/{profileId}`,
  `409 DELETE ${inside}/workflows/{workflowId}`,
  `409 DELETE ${inside}/labels/{labelId}`,
  `409 DELETE ${inside}/views/{viewId}`,
  `409 PUT ${inside}/views/{viewId}/subscription`,
  `409 DELETE ${inside}/views/{viewId}/subscription`,
  `409 DELETE ${inside}/favorites/{kind}/{id}`,
];
