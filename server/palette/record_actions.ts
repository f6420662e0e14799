import type { NearDate } from "../domain/core/near_dates.ts";
import { typedDay } from "../domain/core/typed_days.ts";
import type { WeekStart } from "../domain/core/weeks.ts";
import { priorities, type Priority } from "../domain/vocabulary.ts";
import { priorityWords } from "../../views/ui/words.ts";
import type { MenuAction } from "./menu_action.ts";
import type { OfferedChoice } from "./choices.ts";
import { dayOf, shortDayOf } from "./messages.ts";

/** Returns one action per priority, highest first. @param of `task` or `project` */
export function priorityActions(of: "task" | "project", now: Priority): MenuAction[] {
  return priorities.toReversed().map((value) => ({
    command: `${of}.setPriority`,
    title: `Set ${of} priority: ${priorityWords[value]}`,
    group: "Priority",
    value,
    current: value === now,
  }));
}

/** A date of a record, and the commands that change it. */
export interface DateProperty {
  /** "task deadline". */
  name: string;
  group: string;
  set: string;
  clear: string;
  /** The menu of the record's page that sets the date. */
  menu: string;
  isSet: boolean;
  isOn(date: string): boolean;
}

/** A typed date, and its text. */
export interface TypedDate {
  text: string;
  /** `2026-12-03`. */
  date: string;
}

/** Words before a date that aren't part of it. */
const beforeDay = /^(?:set )?(?:due|deadline|by|on|until) (?=.)/i;

/** Reads a date from a search text, or returns `null` without one. @param timeZone the workspace's time zone */
export function typedDate(
  text: string,
  now: Date,
  timeZone: string,
  weekStart: WeekStart,
): TypedDate | null {
  const { day } = typedDay(text.replace(beforeDay, ""), now, timeZone, weekStart);
  return day === null ? null : { text, date: day };
}

/** Returns the reason that a filter text isn't a valid date, as `typedDate` reads it, or null. */
export function noDate(
  text: string,
  now: Date,
  timeZone: string,
  weekStart: WeekStart,
): string | null {
  return typedDay(text.replace(beforeDay, ""), now, timeZone, weekStart).why ?? null;
}

/** Returns the actions for a date: the typed day, near days, another day, and none. */
export function dateActions(
  property: DateProperty,
  dates: readonly NearDate[],
  typed: TypedDate | null,
): MenuAction[] {
  const { name, group, set, clear, menu, isSet, isOn } = property;
  const near = dates.some(({ date }) => date === typed?.date);
  return [
    ...typed && !near
      ? [{
        command: set,
        title: `Set ${name}: ${dayOf(typed.date)}`,
        group,
        value: typed.date,
        hint: typed.text,
        current: isOn(typed.date),
      }]
      : [],
    ...dates.map(({ name: day, date }) => ({
      command: set,
      title: `Set ${name}: ${day}`,
      group,
      value: date,
      hint: shortDayOf(date, dates[0]!.date),
      typed: date === typed?.date ? typed.text : undefined,
      current: isOn(date),
    })),
    { command: set, title: `Set ${name}: another date…`, group, asks: "date" as const, menu },
    ...(isSet ? [{ command: clear, title: `Clear ${name}`, group }] : []),
  ];
}

/** Returns actions that remove a record's labels, then actions that add others. */
export function labelActions(
  of: "task" | "project",
  has: readonly { id: string; name: string }[],
  all: readonly OfferedChoice[],
): MenuAction[] {
  const group = "Labels";
  const own = new Set(has.map(({ id }) => id));
  return [
    ...has.map(({ id, name }) => ({
      command: `${of}.removeLabel`,
      title: `Remove ${of} label: ${name}`,
      group,
      value: id,
      current: true,
    })),
    ...all.filter(({ id }) => !own.has(id)).map(({ id, name }) => ({
      command: `${of}.addLabel`,
      title: `Add ${of} label: ${name}`,
      group,
      value: id,
    })),
  ];
}

/** Returns the other statuses, starting with those after the current one. */
export function statusActions<S extends string>(
  of: "task" | "project",
  now: S,
  titles: Record<S, string>,
): MenuAction[] {
  const order = Object.keys(titles) as S[];
  const at = order.indexOf(now);
  return [...order.slice(at + 1), ...order.slice(0, at)].map((value) => ({
    command: `${of}.setStatus`,
    title: titles[value],
    group: "Status",
    value,
  }));
}

/** Adds a record to favorites or removes it. @param called the noun for the record */
export function favoriteAction(
  of: "task" | "project" | "team" | "view",
  pinned: boolean,
  called: string = of,
): MenuAction {
  return {
    command: `${of}.${pinned ? "unfavorite" : "favorite"}`,
    title: `${pinned ? "Unfavorite" : "Favorite"} ${called}`,
    group: "Favorites",
  };
}
