import type { ProfileRef } from "../../../server/domain/refs/schema.ts";
import type { Child } from "hono/jsx";
import type { ProjectDetail, ProjectPatch } from "../../../server/domain/projects/schema.ts";
import type { IconName } from "../../icons.tsx";
import type { Choice } from "../../ui/menu.tsx";
import type { PageClock } from "../../ui/time.tsx";

/** What menus offer; each property needs its own. */
export interface ProjectOptions {
  members?: readonly ProfileRef[];
  teams?: readonly { id: string; key: string; name: string }[];
  labels?: readonly { id: string; name: string; color: string }[];
  /** Days to offer, each `YYYY-MM-DD`; the label is the day where the name isn't. */
  dates?: readonly { name: string; date: string; label: string }[];
  /** Whether there are others, which are found as one types. */
  more?: boolean;
  /** What is said where nothing is found for what is typed. */
  none?: string;
}

/** What a property's menu can ask for. */
export type ProjectOptionList = Exclude<keyof ProjectOptions, "more" | "none">;

/** A project as a menu looks at it, or one that is still being written. */
export type ChosenProject =
  & Pick<
    ProjectDetail,
    "leadId" | "memberIds" | "priority" | "status" | "statusSource" | "startDate" | "targetDate"
  >
  & Record<"teams" | "labels", readonly { id: string }[]>;

/** What a property's menu is drawn from. */
export interface ChoosingForProject {
  project: ChosenProject;
  viewerId: string;
  options: ProjectOptions;
}

/** A property of a project, in the rail of its page and in its menu. */
export interface PropertyOfProject {
  name: string;
  /** The field that it changes. */
  field: keyof ProjectPatch;
  icon: IconName;
  /** The key that opens its menu on the project's page. */
  key?: string;
  value(project: ProjectDetail, clock: PageClock): Child;
  /** Its value in words, as a sentence ends in it. */
  inWords(project: ProjectDetail, clock: PageClock): string;
  needs?: ProjectOptionList;
  choices(choosing: ChoosingForProject): Choice[];
  /** Its choices are found as one types. */
  finds?: true;
  /** Several can be chosen, one after another. */
  many?: true;
  /** Its choices are always the same few, so that a digit chooses. */
  numbered?: true;
  /** Why there is nothing to choose from. */
  nothing?: string;
  /** A word below the choices. */
  note?(project: ChosenProject): string | null;
  /** Whether a day is entered below the choices, for who has no scripts. */
  day?: true;
}
