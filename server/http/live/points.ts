import type { Point } from "../../domain/live/read_news.ts";

/** A point as pages and streams say it: `1042-77-29893440`. */
export function spelled({ activity, other, minute }: Point): string {
  return `${activity}-${other}-${minute}`;
}

/** The same, read; null for what is none. */
export function pointOf(text = ""): Point | null {
  const found = /^(\d{1,15})-(\d{1,15})-(\d{1,15})$/.exec(text);
  const [activity = 0, other = 0, minute = 0] = found?.slice(1).map(Number) ?? [];
  return found && { activity, other, minute };
}
