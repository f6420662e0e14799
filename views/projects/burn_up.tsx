import type { ProgressDay, ProgressOverTime } from "../../server/domain/projects/schema.ts";
import { day, type PageClock } from "../ui/time.tsx";

/** Size of the drawing in its own units. */
const [WIDTH, HEIGHT] = [600, 160];
const MS_PER_DAY = 86_400_000;
/** Maximum length of the forecast, as a multiple of the past. */
const MOST_AHEAD = 3;

/** The lines of the drawing. Cancelled tasks don't count. */
const lines = [
  { is: "scope", name: "Scope", of: ({ total, cancelled }: ProgressDay) => total - cancelled },
  {
    is: "started",
    name: "Started",
    of: ({ progressed, completed }: ProgressDay) => progressed + completed,
  },
  { is: "completed", name: "Completed", of: ({ completed }: ProgressDay) => completed },
] as const;

/** A project's scope, started, and completed tasks over time, with a forecast. */
export function BurnUp({ progress, clock }: { progress: ProgressOverTime; clock: PageClock }) {
  const { days } = progress;
  if (days.length < 2) return null;
  return (
    <section aria-labelledby="burn-up-title">
      <h2 id="burn-up-title" class="detail-heading">Progress over time</h2>
      <figure class="burn-up">
        <Drawing progress={progress} clock={clock} />
        <ul class="burn-keys" aria-hidden="true">
          {lines.map(({ is, name }) => (
            <li>
              <svg viewBox="0 0 20 8">
                <path class="burn-line" data-is={is} d="M0 4H20" />
              </svg>
              {name}
            </li>
          ))}
        </ul>
        <figcaption>{inWords(progress, clock)}</figcaption>
        <details id="burn-up-table">
          <summary>Table</summary>
          <div tabindex={0} role="region" aria-labelledby="burn-up-title">
            <table>
              <thead>
                <tr>
                  <th scope="col">Day</th>
                  {lines.map(({ name }) => <th scope="col">{name}</th>)}
                </tr>
              </thead>
              <tbody>
                {days.toReversed().map((one) => (
                  <tr>
                    <th scope="row">{day(one.day, clock)}</th>
                    {lines.map(({ of }) => <td>{of(one)}</td>)}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </details>
      </figure>
    </section>
  );
}

/** The lines, and the forecast of when completed tasks reach the scope. */
function Drawing(
  { progress: { days, forecast }, clock }: { progress: ProgressOverTime; clock: PageClock },
) {
  const first = days[0]!;
  const last = days.at(-1)!;
  const passed = daysBetween(first.day, last.day);
  const coming = forecast ? daysBetween(last.day, forecast.latest ?? forecast.earliest) : 0;
  // A distant forecast would leave no room for the past, so only the caption mentions it
  const drawn = forecast && coming <= MOST_AHEAD * passed ? forecast : null;
  const shownUntil = Math.max(1, passed + (drawn ? coming : 0));
  const most = Math.max(1, ...days.map(lines[0].of));
  const x = (at: number) => (at / shownUntil * WIDTH).toFixed(1);
  const y = (count: number) => (HEIGHT - count / most * HEIGHT).toFixed(1);
  const at = (date: string) => daysBetween(first.day, date);
  const pathOf = (of: (day: ProgressDay) => number) =>
    days.map((one, n) => `${n === 0 ? "M" : "L"}${x(at(one.day))} ${y(of(one))}`).join("");
  const [scope, done] = [lines[0].of(last), lines[2].of(last)];
  const until = drawn ? drawn.latest ?? drawn.earliest : last.day;
  return (
    <div>
      <p class="burn-ends" aria-hidden="true">{most} {most === 1 ? "task" : "tasks"}</p>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="burn-up-title"
      >
        <path class="burn-axis" fill="none" d={`M0 ${HEIGHT}H${WIDTH}`} />
        {drawn && (
          <path
            class="burn-forecast"
            d={`M${x(passed)} ${y(done)}L${x(at(drawn.earliest))} ${y(scope)}` +
              `L${x(drawn.latest ? at(drawn.latest) : shownUntil)} ${y(scope)}Z`}
          />
        )}
        {lines.map(({ is, of }) => <path class="burn-line" data-is={is} d={pathOf(of)} />)}
      </svg>
      <p class="burn-ends" aria-hidden="true">
        <span>{day(first.day, clock)}</span>
        <span>{day(until, clock)}</span>
      </p>
    </div>
  );
}

function inWords({ days, forecast }: ProgressOverTime, clock: PageClock): string {
  const [first, last] = [days[0]!, days.at(-1)!];
  const [scope, started, done] = lines.map(({ of }) => of(last));
  const now =
    `Since ${day(first.day, clock)}: ${scope} ${scope === 1 ? "task" : "tasks"} in scope, ` +
    `${started} started, ${done} completed.`;
  if (!forecast) return now;
  const { earliest, latest } = forecast;
  const by = day(earliest, clock);
  if (latest === earliest) return `${now} Estimated completion: ${by}.`;
  return latest
    ? `${now} Estimated completion: between ${by} and ${day(latest, clock)}.`
    : `${now} Estimated completion: ${by} at the earliest.`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}
