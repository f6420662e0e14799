import { z } from "zod";
import { name } from "../fields.ts";

/** A team's key: what its tasks' references start with. */
export const teamKey = z.string().trim().toUpperCase()
  .regex(/^[A-Z][A-Z0-9]{0,9}$/, "Use 1 to 10 letters and digits, a letter first: ENG.");

/** `POST /workspaces`. `contract.md`, REST API v1. */
export const WorkspaceCreate = z.strictObject({
  name,
  teamName: name.optional(),
  teamKey: teamKey.optional(),
});

export const Workspace = z.strictObject({
  id: z.string(),
  name: z.string(),
  timeZone: z.string(),
  role: z.enum(["owner", "admin", "member"]),
  createdAt: z.string(),
});
export type Workspace = z.output<typeof Workspace>;
