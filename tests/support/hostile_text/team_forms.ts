import { hostileLine, hostileProse } from "./texts.ts";

/** Returns the same for a team's pages and settings. @param profileId a profile outside the team */
export function teamForms(
  id: string,
  profileId: string,
): [path: string, form: Record<string, string>][] {
  const path = "/workspace/settings/teams";
  const words = { name: hostileLine, key: hostileLine, description: hostileProse };
  const member = `${path}/${id}/members/${profileId}`;
  return [
    [path, { name: hostileLine, key: hostileLine }],
    [`${path}/${id}`, { ...words, expertiseArea: hostileLine, workflowId: "", version: "0" }],
    [`${path}/${id}`, { act: "archive" }],
    [`${path}/${id}/members`, { profileId: hostileLine }],
    [`${path}/${id}/members`, { profileId }],
    [member, { role: hostileLine }],
    [member, { role: "lead" }],
    [member, { act: "remove" }],
    [`/workspace/teams/${id}`, { act: "leave" }],
  ];
}
