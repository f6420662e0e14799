type Fields = Record<string, unknown>;

/** By what one goes on with an answer, the best first: what is handed out only once is in place of an id. */
const namedBy = ["token", "secret", "accessToken", "reference", "key", "id"];

/** The names of a record, or of the records that an answer holds; of what has none, nothing. */
export function namesIn(answer: unknown): string[] {
  if (!isObject(answer)) return [];
  const name = firstText(answer, namedBy);
  return name === undefined ? Object.values(answer).flatMap(namesIn) : [name];
}

/**
 * The records of an answer, each as short as it can be told, and what else the answer says: without what is empty and ids
 * of what stands there by name; long texts are cut, and other records are named.
 */
export function compactIn(answer: unknown): unknown[] {
  if (!isObject(answer) || Array.isArray(answer)) return [answer].flat().map(compactRecord);
  const entries = Object.entries(answer);
  const lists = entries.filter(([, value]) => Array.isArray(value) && value.some(isObject));
  if (lists.length > 0) {
    const rest = withoutEmpty(entries.filter((one) => !lists.includes(one)));
    const records = lists.flatMap(([, list]) => list as unknown[]).map(compactRecord);
    return Object.keys(rest).length > 0 ? [...records, rest] : records;
  }
  const [[, only] = []] = entries;
  const record = compactRecord(entries.length === 1 && isObject(only) ? only : answer);
  return isEmpty(record) ? [] : [record];
}

const leftOut = ["version", "number", "color"];
/** What a record that has a reference or a key is found by as well. */
const otherNames = ["id", "url"];
/** How many characters of a text are told. */
const MOST = 120;

function compactRecord(record: unknown): unknown {
  if (!isObject(record) || Array.isArray(record)) return shortened(record);
  const isNamed = firstText(record, ["reference", "key"]) !== undefined;
  return withoutEmpty(
    Object.entries(record).filter(([field]) =>
      !leftOut.includes(field) && !(isNamed && otherNames.includes(field)) &&
      !(field.endsWith("Id") && field.slice(0, -2) in record)
    ),
  );
}

function withoutEmpty(entries: [string, unknown][]): Fields {
  const short = entries.map(([field, value]) => [field, shortened(value)] as const);
  return Object.fromEntries(short.filter(([, value]) => !isEmpty(value)));
}

function shortened(value: unknown): unknown {
  if (typeof value === "string") return cut(value);
  if (Array.isArray(value)) return value.map(shortened);
  return isObject(value) ? nameOf(value) ?? compactRecord(value) : value;
}

/** What another record is called where it is told of in passing, if anything: `ENG-12 Mend the gate`, `WEB`, `ada`. */
function nameOf(record: Fields): string | undefined {
  const { reference, title } = record;
  if (typeof reference === "string" && typeof title === "string") {
    return cut(`${reference} ${title}`);
  }
  const name = firstText(record, ["reference", "key", "username", "name", "title"]);
  return name === undefined ? undefined : cut(name);
}

/** What has no space in it is no text: a token, an address. */
function cut(text: string): string {
  const characters = [...text];
  if (characters.length <= MOST || !/[ \n]/.test(text)) return text;
  return `${characters.slice(0, MOST - 1).join("")}…`;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === false || value === "" ||
    (isObject(value) && Object.keys(value).length === 0);
}

function firstText(record: Fields, fields: readonly string[]): string | undefined {
  return fields.map((field) => record[field]).find((value) => typeof value === "string") as
    | string
    | undefined;
}

/** Whether it is an object, a list too. */
function isObject(value: unknown): value is Fields {
  return value !== null && typeof value === "object";
}
