import type { Area } from "../../views/layouts/frame.ts";

/** What the pages of a part of the product have besides, in this order, in folders of its name. */
export const areas: Record<Area, { styles: readonly string[]; scripts: readonly string[] }> = {
  public: { styles: ["landing", "search", "way_in"], scripts: ["one_time_code"] },
  planning: {
    styles: "marks list project plan burn_up roadmap roadmap_table roadmap_tray".split(" "),
    scripts: ["project", "roadmap", "roadmap_dates"],
  },
  settings: {
    styles: "settings parts profile records labels people access workflows teams templates".split(
      " ",
    ),
    scripts: ["copies_text", "states", "choices"],
  },
};
