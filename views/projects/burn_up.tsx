import type { ProgressDay, ProgressOverTime } from "../../server/domain/projects/schema.ts";
import { day, type PageClock } from "../ui/time.tsx";

/** How wide and high it is drawn, whatever room it has. */
const [WIDTH, HEIGHT] = [600, 160];
const MS_PER_DAY = 86_400_000;
/** How many times as long as what was that may be which is to come. */
const MOST_AHEAD = 3;

/** What is drawn, by how many tasks it counts. What was cancelled is no part of it. */
const lines = [
  { is: "scope", name: "Scope", of: ({ total, cancelled }: ProgressDay) => total - cancelled },
  {
    is: "started",
    name: "Started",
    of: ({ progressed, completed }: ProgressDay) => progressed + completed,
  },
  { is: "completed", name: "Completed", of: ({ completed }: ProgressDay) => completed },
] as const;

/** How a project went on: its scope, what was started and what was completed, and when the rest may be done. */
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
          <summary>As a table</summary>
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

/** The lines, and from today on the room in which the last one may reach the first. */
function Drawing(
  { progress: { days, forecast }, clock }: { progress: ProgressOverTime; clock: PageClock },
) {
  const first = days[0]!;
  const last = days.at(-1)!;
  const passed = daysBetween(first.day, last.day);
  const coming = forecast ? daysBetween(last.day, forecast.latest ?? forecast.earliest) : 0;
  // What is far off would leave no room for what was: then words alone tell it.
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
  const now = `Since ${day(first.day, clock)} the scope came to ${scope}, of which ${started} ` +
    `${started === 1 ? "is" : "are"} started and ${done} completed.`;
  if (!forecast) return now;
  const { earliest, latest } = forecast;
  const by = day(earliest, clock);
  if (latest === earliest) return `${now} The rest may be done by ${by}.`;
  return latest
    ? `${now} The rest may be done between ${by} and ${day(latest, clock)}.`
    : `${now} The rest may be done by ${by} at the earliest.`;
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / MS_PER_DAY);
}
