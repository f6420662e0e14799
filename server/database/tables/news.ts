import type { Generated } from "kysely";

/** Changes without an activity entry. */
export interface NewsTables {
  news: NewsTable;
}

interface NewsTable {
  /** Higher than that of all earlier rows. */
  seq: Generated<number>;
  /** The topic that changed, with its owner: `inbox:prof_…`. */
  topic: string;
}
