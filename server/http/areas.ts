import type { Area } from "../../views/layouts/frame.ts";

interface AreaFiles {
  styles: readonly string[];
  scripts: readonly string[];
  /** Scripts that load after the page. */
  later?: readonly string[];
}

/** The additional files for the pages of each area, in this order, in folders named after the area. */
export const areas: Record<Area, AreaFiles> = {
  public: {
    styles: ["landing", "search", "site", "way_in"],
    scripts: ["one_time_code", "../copies_text"],
  },
  docs: { styles: ["page", "code"], scripts: ["reading"] },
  planning: { styles: ["marks"], scripts: [] },
  projects: { styles: ["list", "project", "plan", "burn_up"], scripts: ["project"] },
  roadmap: { styles: ["chart", "table", "tray"], scripts: ["chart"], later: ["dates"] },
  settings: {
    styles: "settings parts profile records labels people access workflows teams templates".split(
      " ",
    ),
    scripts: ["../copies_text", "states", "choices", "time_zones"],
  },
};
