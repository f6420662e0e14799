import { z } from "zod";
import { createAutomation } from "../domain/automations/create.ts";
import { exchangeSecret } from "../domain/automations/exchange.ts";
import { findAutomation, listAutomations } from "../domain/automations/list.ts";
import { rotateSecret } from "../domain/automations/rotate.ts";
import { Automation, AutomationCredential, Exchanged } from "../domain/automations/schema.ts";
import { updateAutomation } from "../domain/automations/update.ts";
import type { Versioned } from "../domain/core/versioned.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Automation and agents";
const path = "/workspaces/{workspaceId}/automations";

const oneAutomation = {
  tag,
  response: z.strictObject({ automation: Automation }),
  answer: (found: Versioned<Automation>) => `{"automation":${found.json}}`,
  version: (found: Versioned<Automation>) => found.version,
};

export const automationsEndpoints = [
  endpoint({
    method: "POST",
    path: "/automation-auth/exchange",
    operation: exchangeSecret,
    tag,
    summary: "Exchange an automation's secret for an access token",
    description: "Send the secret as the bearer token. The access token expires after an hour.",
    status: 200,
    response: Exchanged,
    answer: ({ automation, ...token }) =>
      `${JSON.stringify(token).slice(0, -1)},"automation":${automation}}`,
    bodyOptional: true,
    bearerAs: "secret",
    limit: "refused",
    secret: true,
  }),
  collection({
    path,
    operation: listAutomations,
    tag,
    summary: "List automations",
    plural: "automations",
    record: Automation,
  }),
  endpoint({
    method: "POST",
    path,
    operation: createAutomation,
    tag,
    summary: "Create an automation",
    description: "Requires the owner or admin role. The token must have every scope that the " +
      "automation gets. Only this response contains the secret.",
    status: 201,
    response: z.strictObject({ automation: Automation, secret: z.string() }),
    answer: (made) => `{"automation":${made.json},"secret":${JSON.stringify(made.secret)}}`,
    version: (made) => made.version,
    location: (made) => made.id,
    secret: true,
    example: { name: "Release bot", providerType: "github", scopes: ["tasks.read", "tasks.write"] },
  }),
  endpoint({
    ...oneAutomation,
    method: "GET",
    path: `${path}/{automationId}`,
    operation: findAutomation,
    summary: "Get an automation",
    status: 200,
  }),
  endpoint({
    ...oneAutomation,
    method: "PATCH",
    path: `${path}/{automationId}`,
    operation: updateAutomation,
    summary: "Update or suspend an automation",
    description: "Requires the owner or admin role. The token must have every scope that the " +
      "automation gets. Changes apply from the next request, even to existing access tokens.",
    status: 200,
    bodyAs: "patch",
    guarded: true,
    example: { suspended: true },
  }),
  endpoint({
    method: "POST",
    path: `${path}/{automationId}/rotate-secret`,
    operation: rotateSecret,
    tag,
    summary: "Rotate an automation's secret",
    description:
      "Requires the owner or admin role. The token must have every scope of the automation. The old " +
      "secret and its access tokens stop working immediately. Only this response contains the new " +
      "secret.",
    status: 200,
    response: z.strictObject({ secret: z.string(), credential: AutomationCredential }),
    answer: (issued) => issued,
    bodyOptional: true,
    secret: true,
    example: { credentialLabel: "Autumn" },
  }),
];
