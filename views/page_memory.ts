import { Formats } from "./ui/formats.ts";
import { KeptHtml } from "./kept_html.ts";

/** What pages keep for the next ones. Each app has its own. */
export class PageMemory {
  readonly formats = new Formats();
  /** Rows of lists, by the task's edition and the day of the reader. */
  readonly rows = new KeptHtml(4_000_000);
  /** Sidebars, by all that stands in them and what they mark. */
  readonly sidebars = new KeptHtml(4_000_000);
  /** Texts that mention nobody, by what was written. */
  readonly texts = new KeptHtml(2_000_000);
  /** Main parts of tasks' pages, by the task's record and who reads it. */
  readonly tasks = new KeptHtml(8_000_000);
}
