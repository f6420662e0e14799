import type { FullCast } from "../../gates/support/full_cast.ts";
import { hostileLine } from "./texts.ts";

/** Returns requests with hostile text for the settings pages of members, tokens, and automations. */
export function accessForms(
  { ids, teams }: FullCast,
): [path: string, form: Record<string, string>][] {
  const members = "/workspace/settings/members";
  const automation = "/workspace/settings/automation";
  const words = { description: hostileLine, reach: hostileLine, scopes: "tasks.read" };
  return [
    [members, { emails: hostileLine, role: hostileLine, teamIds: hostileLine, teamRole: "lead" }],
    [members, { emails: hostileLine.replaceAll(/[\s,;]/g, ""), role: "member" }],
    [members, { emails: "ole@example.com", role: "member", teamIds: teams.eng, teamRole: "lead" }],
    [`${members}/invitations/${ids.invitation}`, { act: "resend" }],
    [`${members}/invitations/${hostileLine.slice(0, 40)}`, { act: "revoke" }],
    [`${members}/${ids.chidi}`, { role: hostileLine, version: "1" }],
    [`${members}/${ids.chidi}`, { act: "remove", version: "0" }],
    [`${members}/${ids.tove}`, { act: "suspend" }],
    [`${members}/${ids.tove}`, { act: "resume" }],
    [automation, { ...words, name: hostileLine.repeat(2), scopes: hostileLine }],
    [automation, { ...words, name: hostileLine.slice(0, 80), credentialLabel: hostileLine }],
    [`${automation}/${ids.automation}`, { ...words, name: "", version: "1" }],
    [`${automation}/${ids.automation}`, { act: "suspend" }],
    [`${automation}/${ids.automation}`, { act: "rotate", credentialLabel: hostileLine.repeat(2) }],
    [`${automation}/${ids.automation}/agents`, { name: "", role: hostileLine, teamIds: "evil" }],
    [`${automation}/agents/${ids.agent}`, { name: hostileLine.repeat(2), role: "lead" }],
    [`${automation}/agents/${ids.agent}`, { act: "suspend" }],
  ];
}
