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

/** One whole member. Its JSON comes out of SQL as text and is passed on. */
const oneMember = {
  tag: "Members",
  status: 200,
  response: z.strictObject({ member: MemberRecord }),
  answer: (found: Versioned<MemberRecord>) => `{"member":${found.json}}`,
  version: (found: Versioned<MemberRecord>) => found.version,
} as const;

/** Members. `me` stands for one's own profile, and comes first so that it isn't taken for an id. */
export const membersEndpoints = [
  collection({
    path,
    operation: listMembers,
    tag: "Members",
    summary: "List the members",
    plural: "members",
    record: MemberRecord,
  }),
  endpoint({
    ...oneMember,
    method: "PATCH",
    path: `${path}/me`,
    operation: updateProfile,
    summary: "Change your own profile",
    bodyAs: "patch",
    guarded: true,
    example: { title: "Head of engineering", username: "ada" },
  }),
  endpoint({
    ...oneMember,
    method: "GET",
    path: `${path}/{profileId}`,
    operation: findMember,
    summary: "Read one member, present or former",
  }),
  collection({
    path: `${path}/{profileId}/activity`,
    operation: listMemberActivity,
    tag: "Members",
    summary: "List what a member did lately, newest first",
    plural: "activity",
    record: MemberActivity,
  }),
  endpoint({
    tag: "Members",
    method: "GET",
    path: `${path}/{profileId}/work`,
    operation: countMemberWork,
    summary: "Count what is in a member's hands",
    description: "For managers: what has to go to others when they leave.",
    status: 200,
    response: z.strictObject({ work: MemberWork }),
    answer: (work) => ({ work }),
  }),
  endpoint({
    ...oneMember,
    method: "PATCH",
    path: `${path}/{profileId}`,
    operation: updateMember,
    summary: "Give a member another role, or suspend them",
    description:
      "For managers; only an owner makes, unmakes or suspends one, and one who may act always stays. Making somebody a manager, be it again, takes a signed-in session. Suspended, somebody belongs to the workspace still, and keeps what is theirs.",
    bodyAs: "patch",
    guarded: true,
    example: { role: "admin" },
  }),
  endpoint({
    ...oneMember,
    method: "DELETE",
    path: `${path}/{profileId}`,
    operation: removeMember,
    summary: "Remove a member, or with your own id leave",
    description:
      "For managers, or for oneself. The profile and its history stay; the last owner can't go.",
    guarded: true,
  }),
];
