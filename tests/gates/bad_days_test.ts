import { badDays, liveThrough } from "../support/bad_days/days.ts";

for (const day of badDays) {
  Deno.test(`a server lives through ${day.name}, answers /health, and recovers by itself`, async () => {
    await liveThrough(day, 1_000);
  });
}
