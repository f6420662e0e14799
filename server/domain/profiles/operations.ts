import { findMe } from "./me.ts";
import { updateProfile } from "./update.ts";
import { updateViewer } from "./viewer.ts";

/** All that can be done with profiles. */
export const operations = [
  findMe,
  updateViewer,
  updateProfile,
];
