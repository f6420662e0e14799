import { invalidField } from "../core/errors.ts";

/** @throws Invalid if the target date is before the start date */
export function requireStartBeforeTarget(
  startDate: string | null,
  targetDate: string | null,
): void {
  if (startDate === null || targetDate === null || startDate <= targetDate) return;
  throw invalidField("targetDate", `Use a target date on or after the start date, ${startDate}.`, {
    code: "dates_out_of_order",
  });
}
