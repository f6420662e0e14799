import type { Endpoint } from "../../../server/api/endpoint.ts";
import { requestBodyOf } from "../../../server/api/openapi_input.ts";
import { perform } from "../../../server/domain/core/operation.ts";
import { requestCode } from "../../../server/domain/sessions/request_code.ts";
import { nobody } from "../../support/world.ts";
import type { FullCast } from "../support/full_cast.ts";
import { fill, type Provocation, type Stage } from "./provocations.ts";

/** The parts of a request that neither the description's example nor the test's records determine. */
interface Opened {
  known?: Record<string, unknown[]>;
  body?: Record<string, unknown>;
  token?: string | null;
  query?: string;
}

/** The same, by method and path. */
function opened({ fullCast }: Stage): Record<string, Opened> {
  const { ids, teams, frode, chidi, ada, workspaceId } = fullCast;
  const name = { name: "Acme" };
  const inbox = "/workspaces/{workspaceId}/inbox/{notificationId}";
  const members = { token: chidi.tokens.accessToken };
  const invited = {
    known: { invitationId: [ids.frodesInvitation] },
    token: frode.tokens.accessToken,
  };
  return {
    "POST /auth/verify-otp": {
      body: {
        email: ids.codeEmail,
        code: ids.code,
        purpose: "signup",
        name: "Nia",
        label: "Shell",
      },
    },
    "POST /auth/refresh": { body: { refreshToken: ada.tokens.refreshToken } },
    "POST /automation-auth/exchange": { token: ids.secret! },
    "PUT /me/workspace": { body: { workspaceId } },
    "DELETE /workspaces/{workspaceId}": { body: name },
    "DELETE /workspaces/{workspaceId}/membership": { body: name, ...members },
    "POST /workspaces/{workspaceId}/tasks": {
      body: { title: "Ship public docs", teamId: teams.eng },
    },
    "POST /workspaces/{workspaceId}/tasks/{taskId}/approvals": {
      body: { approverId: ids.chidi, body: "May I?" },
    },
    [`PATCH ${inbox}`]: members,
    [`PUT ${inbox}/follow`]: members,
    [`DELETE ${inbox}/follow`]: members,
    "POST /workspaces/{workspaceId}/tasks/{taskId}/sub-tasks": { body: { from: 1, to: 1 } },
    "POST /workspaces/{workspaceId}/agents": {
      body: { automationId: ids.automation, name: "Release notes" },
    },
    "POST /workspaces/{workspaceId}/invitations": { body: { email: "gita@example.com" } },
    "POST /workspaces/{workspaceId}/invitations/many": { body: { emails: ["hugo@example.com"] } },
    "POST /invitations/{invitationId}/accept": invited,
    "POST /invitations/{invitationId}/decline": invited,
    "DELETE /workspaces/{workspaceId}/teams/{teamId}": { known: { teamId: [ids.support] } },
    "POST /workspaces/{workspaceId}/workflows": { body: { name: "Support line" } },
    "POST /workspaces/{workspaceId}/views/{viewId}/undo": members,
    "GET /workspaces/{workspaceId}/views/{viewId}/projects": {
      known: { viewId: [ids.projectsView] },
    },
    "GET /workspaces/{workspaceId}/search": { query: "?q=gate" },
  };
}

/** Returns a successful request to an endpoint. */
export function successOf(endpoint: Endpoint, stage: Stage): Provocation {
  const { known, body, token, query = "" } = opened(stage)[`${endpoint.method} ${endpoint.path}`] ??
    {};
  const example = endpoint.bodyOptional ? {} : endpoint.example ?? {};
  return {
    path: fill(endpoint, { ...stage.known, ...known }) + query,
    ...(requestBodyOf(endpoint) ? { body: body ?? example } : {}),
    token,
  };
}

/** Requests a sign-up code for a new person, which is then in `ids`. */
export async function askForCode({ world, ids }: FullCast): Promise<void> {
  const email = "nia@example.com";
  await perform(world.services, nobody, requestCode, { email, purpose: "signup" });
  Object.assign(ids, { codeEmail: email, code: world.mailer.codeFor(email) });
}
