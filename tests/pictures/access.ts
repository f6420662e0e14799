import {
  auditPath,
  automationSettingsPath,
  memberSettingsPath,
  sessionsPath,
  taskLabelsPath,
  teamsSettingsPath,
  tokensPath,
  workflowsPath,
} from "../../views/settings_paths.ts";
import { withQuery } from "../../views/paths.ts";
import type { Page } from "../packages/playwright.ts";
import { originOf } from "../support/chromium.ts";
import { click, type Picture } from "./picture.ts";

const confirmation = ".record-form [data-kind=danger]";

/** Opens the confirmation that ends the first active token, beside one that is revoked. */
async function revokeTokens(page: Page) {
  const origin = originOf(page);
  for (const label of ["Nightly report", "Import of the winter timetable"]) {
    const form = { label, scopes: "tasks.read", expiresInDays: "30" };
    await page.request.post(tokensPath, { form, headers: { origin } });
  }
  await page.goto(tokensPath);
  await click("[id^=revoke-]", confirmation)(page);
  await page.getByRole("button", { name: "Revoke token", exact: true }).click();
  await page.getByText("by you").first().waitFor();
  await click("[id^=revoke-]", confirmation)(page);
}

/** What opens on the pages of settings about who and what may come in. */
export const picturesOfAccess: readonly Picture[] = [
  {
    name: "settings-members-invite",
    at: withQuery(memberSettingsPath, { create: "1" }),
    whole: true,
  },
  {
    name: "settings-members-refused",
    at: withQuery(memberSettingsPath, { create: "1" }),
    whole: true,
    async open(page) {
      await page.locator("#emails").fill("nobody, tomas@sundline.example");
      await page.keyboard.press("Control+Enter");
      await page.locator("#emails-error").waitFor();
    },
  },
  {
    name: "settings-members-role",
    at: memberSettingsPath,
    open: click("[id^=edit-]", "form[id^=role-]"),
  },
  {
    name: "settings-members-remove",
    at: memberSettingsPath,
    open: click("[id^=remove-]", "form[id^=removing-]"),
  },
  {
    name: "settings-automation-new",
    at: withQuery(automationSettingsPath, { create: "1" }),
    whole: true,
  },
  {
    name: "settings-automation-edit",
    at: automationSettingsPath,
    whole: true,
    open: click("[id^=edit-auto_]", "form[id^=automation-auto_]"),
  },
  {
    name: "settings-automation-rotated",
    at: automationSettingsPath,
    whole: true,
    async open(page) {
      await click("[id^=rotate-]", "form[id^=rotating-]")(page);
      await page.getByRole("button", { name: "Rotate secret", exact: true }).click();
      await page.locator(".shown-once").waitFor();
    },
  },
  {
    name: "settings-automation-agent",
    at: automationSettingsPath,
    open: click("[id^=add-agent-]", "form[id^=agent-new]"),
  },
  {
    name: "settings-tokens-new",
    at: withQuery(tokensPath, { create: "1" }),
    whole: true,
  },
  {
    name: "settings-tokens-made",
    at: withQuery(tokensPath, { create: "1" }),
    async open(page) {
      await page.locator("#new-token [name=label]").fill("Weekly report");
      await page.locator("#new-token [name=scopes]").first().check();
      await page.keyboard.press("Control+Enter");
      await page.locator(".shown-once").waitFor();
    },
  },
  { name: "settings-tokens-revoke", at: tokensPath, whole: true, open: revokeTokens },
  {
    name: "settings-sessions-end",
    at: sessionsPath,
    whole: true,
    open: click("[id^=end-]:not(#end-others)", confirmation),
  },
  {
    name: "settings-sessions-end-others",
    at: sessionsPath,
    whole: true,
    open: click("#end-others", confirmation),
  },
  { name: "settings-teams-new", at: withQuery(teamsSettingsPath, { create: "1" }), whole: true },
  {
    name: "settings-labels-edit",
    at: taskLabelsPath,
    open: click("[id^=edit-]", "form[id^=label-]"),
  },
  {
    name: "settings-labels-merge",
    at: taskLabelsPath,
    open: click("[id^=merge-]", "form[id^=merging-]"),
  },
  {
    name: "settings-workflows-state",
    at: workflowsPath,
    open: click("[id^=edit-]", "form[id^=state-]"),
  },
  {
    name: "settings-audit-narrowed",
    at: withQuery(auditPath, { interface: "cli", kind: "member.removed" }),
  },
];
