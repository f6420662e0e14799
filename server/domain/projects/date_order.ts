import { invalidField } from "../core/errors.ts";

/** @throws Invalid if a project would end before it starts */
export function requireStartBeforeTarget(
  startDate: string | null,
  targetDate: string | null,
): void {
  if (startDate === null || targetDate === null || startDate <= targetDate) return;
  throw invalidField("targetDate", `Use a target date on or after the start date, ${startDate}.`, {
    code: "dates_out_of_order",
  });
}
