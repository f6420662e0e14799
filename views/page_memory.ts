import { Formats } from "./ui/formats.ts";
import { DrawnHtml } from "./drawn_html.ts";

/** Data that pages cache for later requests. Each app has its own. */
export class PageMemory {
  readonly formats = new Formats();
  /** Rows of lists, by the task's cache key and the day of the reader. */
  readonly rows = new DrawnHtml(4_000_000);
  /** Sidebars, by their content and the current page. */
  readonly sidebars = new DrawnHtml(4_000_000);
  /** Texts without mentions, by their Markdown. */
  readonly texts = new DrawnHtml(2_000_000);
  /** Main parts of tasks' pages, by the task's record and its reader. */
  readonly tasks = new DrawnHtml(8_000_000);
}
