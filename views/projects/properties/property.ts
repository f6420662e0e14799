import type { ProfileRef } from "../../../server/domain/refs/schema.ts";
import type { Child } from "hono/jsx";
import type { ProjectDetail, ProjectPatch } from "../../../server/domain/projects/schema.ts";
import type { IconName } from "../../icons.tsx";
import type { Choice } from "../../ui/menu.tsx";
import type { PageClock } from "../../ui/time.tsx";

/** The options of menus. Each property needs one list. */
export interface ProjectOptions {
  members?: readonly ProfileRef[];
  teams?: readonly { id: string; key: string; name: string }[];
  labels?: readonly { id: string; name: string; color: string }[];
  /** Offered dates as `YYYY-MM-DD`. The label is the date, if the name isn't. */
  dates?: readonly { name: string; date: string; label: string }[];
  /** Whether typing finds more options. */
  more?: boolean;
  /** The text if no option matches the typed text. */
  none?: string;
}

/** A list of options that a property's menu can need. */
export type ProjectOptionList = Exclude<keyof ProjectOptions, "more" | "none">;

/** The current values of an existing or new project, for menus. */
export type ChosenProject =
  & Pick<
    ProjectDetail,
    "leadId" | "memberIds" | "priority" | "status" | "statusSource" | "startDate" | "targetDate"
  >
  & Record<"teams" | "labels", readonly { id: string }[]>;

/** The data of a property's menu. */
export interface ChoosingForProject {
  project: ChosenProject;
  viewerId: string;
  options: ProjectOptions;
}

/** A property of a project, in the rail and in menus. */
export interface PropertyOfProject {
  name: string;
  /** The field that the menu changes. */
  field: keyof ProjectPatch;
  icon: IconName;
  /** The key that opens its menu on the project's page. */
  key?: string;
  value(project: ProjectDetail, clock: PageClock): Child;
  /** Describes the value, for the end of a sentence. */
  inWords(project: ProjectDetail, clock: PageClock): string;
  needs?: ProjectOptionList;
  choices(choosing: ChoosingForProject): Choice[];
  /** Typing finds choices. */
  finds?: true;
  /** Several values can be chosen. */
  many?: true;
  /** The choices are few and fixed, so that a digit chooses one. */
  numbered?: true;
  /** The text if there are no choices. */
  nothing?: string;
  /** A note below the choices. */
  note?(project: ChosenProject): string | null;
  /** Whether the menu has a date field, for browsers without scripts. */
  day?: true;
}
