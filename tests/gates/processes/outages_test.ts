import { outageScenarios, runOutage } from "../../support/outages/scenarios.ts";

for (const day of outageScenarios) {
  Deno.test(`a server survives ${day.name}, answers /health, and recovers by itself`, async () => {
    await runOutage(day, 1_000);
  });
}
