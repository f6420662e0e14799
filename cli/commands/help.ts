import { argument, type Command, command } from "../command.ts";
import { badValue, Failure, UnknownTopic } from "../failure.ts";
import { writeText } from "../output.ts";
import { resolveSettings } from "../settings.ts";
import { version } from "../version.ts";

/** Reads a file of the docs: the index, or a page's Markdown. */
export type ReadDocs = (path: string) => Promise<string | undefined>;

interface Topic {
  /** `cli/task/create` */
  path: string;
  title: string;
}

const indexPath = "/docs/llms.txt";
const patience = 10_000;

/** Returns a function that reads the docs of a server, if the server shows them to the public. */
function docsOf(baseUrl: string): ReadDocs {
  return async (path) => {
    try {
      const answer = await fetch(`${baseUrl}${path}`, {
        redirect: "manual",
        signal: AbortSignal.timeout(patience),
        headers: { "accept": "text/markdown, text/plain", "user-agent": `backlog-cli/${version}` },
      });
      const text = await answer.text();
      return answer.ok ? text : undefined;
    } catch {
      return undefined;
    }
  };
}

/** Returns the pages that an index of the docs lists. */
function topicsIn(index = ""): Topic[] {
  return [...index.matchAll(/^- \[(.+)\]\(\S*\/docs\/(\S+)\.md\): /gm)]
    .map(([, title, path]) => ({ title: title!, path: path! }));
}

/** Returns the topic with a path, or the only one whose path ends with it. Prefers the guides of the command line. */
function findTopic(topics: readonly Topic[], given: string): Topic {
  const asked = given.replace(/^\/?(docs\/)?/, "").replace(/\.md$/, "");
  const exact = topics.find(({ path }) => path === asked);
  if (exact) return exact;
  const ending = topics.filter(({ path }) => path.endsWith(`/${asked}`));
  const own = ending.filter(({ path }) => path.startsWith("cli/"));
  const [first, ...others] = own.length > 0 ? own : ending;
  if (!first) throw new UnknownTopic(given);
  if (others.length === 0) return first;
  const paths = [first, ...others].map(({ path }) => path).join(", ");
  throw badValue(`Several topics end with "${given}". Use one of these: ${paths}.`);
}

/** Removes characters that control a terminal or reverse its text, except ends of lines. */
const plain = (text: string) => text.replace(/(?![\t\n])[\p{Cc}\u2028-\u202e\u2066-\u2069]+/gu, "");

/** Creates the command. @param ownDocs returns a function that reads this program's own docs */
export function commandsWith(ownDocs: (origin: string) => Promise<ReadDocs>): Command[] {
  return [
    command({
      path: "help",
      summary: "Print a guide from the docs, or a command's help",
      args: {
        topic: argument(
          'Command, or guide by path or last part of the path; "topics" lists all guides',
        ),
      },
      async run({ args: { topic }, globals }) {
        const baseUrl = resolveSettings(globals).baseUrl.value;
        let read = docsOf(baseUrl);
        let topics = topicsIn(await read(indexPath));
        if (topics.length === 0) {
          read = await ownDocs(baseUrl);
          topics = topicsIn(await read(indexPath));
        }
        writeText(plain(topic === "topics" ? listOf(topics) : await guideOf(topics, topic, read)));
      },
    }),
  ];
}

const listOf = (topics: readonly Topic[]) =>
  topics.map(({ path, title }) => `- ${path}: ${title}\n`).join("");

async function guideOf(topics: readonly Topic[], given: string, read: ReadDocs): Promise<string> {
  const text = await read(`/docs/${findTopic(topics, given).path}.md`);
  if (text === undefined) throw new Failure(`The guide "${given}" can't be read. Try again later.`);
  return text;
}
