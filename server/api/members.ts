import { z } from "zod";
import type { Versioned } from "../domain/core/versioned.ts";
import { listMemberActivity, MemberActivity } from "../domain/members/activity.ts";
import { findMember } from "../domain/members/find.ts";
import { listMembers } from "../domain/members/list.ts";
import { removeMember } from "../domain/members/remove.ts";
import { updateMember } from "../domain/members/update.ts";
import { countMemberWork } from "../domain/members/work.ts";
import { MemberRecord, MemberWork } from "../domain/profiles/schema.ts";
import { updateProfile } from "../domain/profiles/update.ts";
import { collection, endpoint } from "./endpoint.ts";

const path = "/workspaces/{workspaceId}/members";

/** A member's whole record. SQL returns its JSON as text, which is passed on. */
const oneMember = {
  tag: "Members",
  status: 200,
  response: z.strictObject({ member: MemberRecord }),
  answer: (found: Versioned<MemberRecord>) => `{"member":${found.json}}`,
  version: (found: Versioned<MemberRecord>) => found.version,
} as const;

/** Members. `me` is your own profile. Its endpoint comes first, so that `me` isn't read as an ID. */
export const membersEndpoints = [
  collection({
    path,
    operation: listMembers,
    tag: "Members",
    summary: "List members",
    plural: "members",
    record: MemberRecord,
  }),
  endpoint({
    ...oneMember,
    method: "PATCH",
    path: `${path}/me`,
    operation: updateProfile,
    summary: "Update your profile",
    bodyAs: "patch",
    guarded: true,
    example: { title: "Head of engineering", username: "ada" },
  }),
  endpoint({
    ...oneMember,
    method: "GET",
    path: `${path}/{profileId}`,
    operation: findMember,
    summary: "Get a current or former member",
  }),
  collection({
    path: `${path}/{profileId}/activity`,
    operation: listMemberActivity,
    tag: "Members",
    summary: "List a member's recent activity, newest first",
    plural: "activity",
    record: MemberActivity,
  }),
  endpoint({
    tag: "Members",
    method: "GET",
    path: `${path}/{profileId}/work`,
    operation: countMemberWork,
    summary: "Count a member's open work",
    description:
      "Requires the owner or admin role. Counts the open tasks and projects to reassign before the member leaves.",
    status: 200,
    response: z.strictObject({ work: MemberWork }),
    answer: (work) => ({ work }),
  }),
  endpoint({
    ...oneMember,
    method: "PATCH",
    path: `${path}/{profileId}`,
    operation: updateMember,
    summary: "Update a member's role, or suspend a member",
    description:
      "Requires the owner or admin role. Only owners can make a member an owner, change an owner's " +
      "role, or suspend an owner. One active owner must remain. Making a member an owner or admin " +
      "requires a signed-in session. Suspended members stay in the workspace and keep their work.",
    bodyAs: "patch",
    guarded: true,
    example: { role: "admin" },
  }),
  endpoint({
    ...oneMember,
    method: "DELETE",
    path: `${path}/{profileId}`,
    operation: removeMember,
    summary: "Remove a member, or leave the workspace",
    description:
      "Requires the owner or admin role, unless you remove yourself. The profile and its activity " +
      "are kept. The last owner can't leave.",
    guarded: true,
  }),
];
