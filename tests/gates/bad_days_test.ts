import { badDays, planTaskHistory } from "../support/bad_days/days.ts";

for (const day of badDays) {
  Deno.test(`a server survives ${day.name}, answers /health, and recovers by itself`, async () => {
    await planTaskHistory(day, 1_000);
  });
}
