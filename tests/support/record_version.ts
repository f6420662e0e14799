import { perform } from "../../server/domain/core/operation.ts";
import { findTaskVersion } from "../../server/domain/tasks/find.ts";
import type { Cast } from "./cast.ts";

/** Returns the version of a task's record as Ada sees it, which is part of its ETag. */
export const recordVersion = ({ world, ada }: Cast, taskId: string): Promise<string> =>
  perform(world.services, ada.member, findTaskVersion, { taskId });
