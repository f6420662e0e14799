import { findMe } from "./me.ts";
import { updateProfile } from "./update.ts";
import { updateViewer } from "./update_viewer.ts";

export const operations = [
  findMe,
  updateViewer,
  updateProfile,
];
