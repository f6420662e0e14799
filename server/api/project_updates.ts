import { z } from "zod";
import { listProjectUpdates } from "../domain/project_updates/list.ts";
import { postProjectUpdate } from "../domain/project_updates/post.ts";
import { ProjectUpdate } from "../domain/projects/schema.ts";
import { collection, endpoint } from "./endpoint.ts";

const tag = "Projects";
const path = "/workspaces/{workspaceId}/projects/{projectId}/updates";

/** Updates of a project. */
export const projectUpdatesEndpoints = [
  collection({
    path,
    operation: listProjectUpdates,
    tag,
    summary: "List a project's updates",
    plural: "updates",
    record: ProjectUpdate,
  }),
  endpoint({
    method: "POST",
    path,
    operation: postProjectUpdate,
    tag,
    summary: "Post a project update",
    description:
      "Requires the owner or admin role, unless you lead the project. The project's health comes " +
      "from its latest update.",
    status: 201,
    response: z.strictObject({ update: ProjectUpdate }),
    answer: (update) => ({ update }),
    example: { health: "onTrack", body: "The new checkout has been live since Monday." },
  }),
];
