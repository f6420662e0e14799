import { roadmapPath } from "../../../views/project_paths.ts";
import { roadmapFoldsPath } from "../../../views/roadmap_paths.ts";
import type { Member } from "../../domain/core/actor.ts";
import { MOST_FOLDED } from "../../domain/preferences/schema.ts";
import { updatePreferences } from "../../domain/preferences/update.ts";
import { action } from "../action.ts";
import type { ActionContext } from "../context.ts";
import { text } from "../forms.ts";

/** The key of the roadmap in preferences. */
const list = "roadmap";

/** Returns the keys of the roadmap's folded groups, of all groupings. */
export const foldedOnRoadmap = ({ preferences: { lists } }: Member): readonly string[] =>
  lists.find((look) => look.list === list)?.folded ?? [];

const common = { path: roadmapFoldsPath, home: () => roadmapPath } as const;

const keep = (at: ActionContext<Member>, folded: string[]) =>
  at.perform(updatePreferences, { lists: [{ list, folded: folded.slice(-MOST_FOLDED) }] });

/** Folds a group of the roadmap. */
export const foldRoadmapGroup = action({
  ...common,
  button: "fold",
  form: { fold: text },
  does: ({ fold }, at) => keep(at, [...foldedOnRoadmap(at.viewer), fold]),
});

/** Unfolds a group of the roadmap. */
export const unfoldRoadmapGroup = action({
  ...common,
  button: "unfold",
  form: { unfold: text },
  does: ({ unfold }, at) => keep(at, foldedOnRoadmap(at.viewer).filter((key) => key !== unfold)),
});
