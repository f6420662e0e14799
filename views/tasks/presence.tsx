import type { Present, Writable } from "../../server/domain/live/presence.ts";
import { Avatar } from "../ui/avatar.tsx";

/** The maximum number of people shown individually. */
const MOST = 3;

const doing: Record<Writable, string> = {
  title: "editing the title",
  description: "editing the description",
  comment: "writing a comment",
};

/**
 * The other people who view or edit a task: a list for the head of the page, and a line for each text.
 * `static/js/later/presence.js` puts them in place.
 */
export function OthersHere({ people }: { people: readonly Present[] }) {
  const shown = people.slice(0, people.length > MOST + 1 ? MOST : MOST + 1);
  const more = people.length - shown.length;
  return (
    <>
      <ul data-others aria-label="Also viewing">
        {shown.map((person) => {
          const [writing] = person.writing.toReversed();
          const does = writing ? `is ${doing[writing]}` : "is viewing this task";
          return (
            <li title={`${person.name} ${does}`}>
              <Avatar person={person} />
              <span class="unseen">
                <bdi>{person.name}</bdi> {does}
              </span>
            </li>
          );
        })}
        {more > 0 && (
          <li>
            <span aria-hidden="true">+{more}</span>
            <span class="unseen">and {more} more</span>
          </li>
        )}
      </ul>
      {Object.entries(doing).map(([text, words]) => (
        <WhoWrites
          text={text}
          words={words}
          people={people.filter(({ writing }) => writing.includes(text as Writable))}
        />
      ))}
    </>
  );
}

function WhoWrites({ text, words, people: [first, second, ...more] }: {
  text: string;
  words: string;
  people: readonly Present[];
}) {
  if (!first) return null;
  return (
    <span data-writes={text}>
      <bdi>{first.name}</bdi>
      {more.length > 0 ? ` and ${more.length + 1} others are ` : second
        ? (
          <>
            {" and "}
            <bdi>{second.name}</bdi>
            {" are "}
          </>
        )
        : " is "}
      {words}
    </span>
  );
}
