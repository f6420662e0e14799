import type { Generated } from "kysely";

/** What changed that has no entry of history. */
export interface NewsTables {
  news: NewsTable;
}

interface NewsTable {
  /** Higher than that of anything told before. */
  seq: Generated<number>;
  /** What changed, and whose it is: `inbox:prof_…`. */
  topic: string;
}
