import { Formats } from "./ui/formats.ts";
import { DrawnHtml } from "./drawn_html.ts";

/** What pages keep for the next ones. Each app has its own. */
export class PageMemory {
  readonly formats = new Formats();
  /** Rows of lists, by the task's cache key and the day of the reader. */
  readonly rows = new DrawnHtml(4_000_000);
  /** Sidebars, by all that stands in them and what they mark. */
  readonly sidebars = new DrawnHtml(4_000_000);
  /** Texts that mention nobody, by what was written. */
  readonly texts = new DrawnHtml(2_000_000);
  /** Main parts of tasks' pages, by the task's record and who reads it. */
  readonly tasks = new DrawnHtml(8_000_000);
}
