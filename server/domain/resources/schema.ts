import { z } from "zod";
import { line, unbroken, word } from "../core/fields.ts";
import { pageFields } from "../core/page_size.ts";
import { atLeastOneField, namesAField, seenVersion } from "../core/versioned.ts";
import { keys } from "../core/keys.ts";
import { responseFields } from "../core/response_fields.ts";
import { ProfileRef } from "../refs/schema.ts";

/** The URL schemes that a page can link to. Others could run a script. */
const protocols = new Set(["http:", "https:", "mailto:"]);

/**
 * A link as typed, normalized as in the URL standard. A URL that starts with a host is `https`. At most 2,000
 * characters.
 */
const link = word.max(2_000, "Use at most 2,000 characters.").superRefine(unbroken)
  .transform((value, context) => {
    const url = wholeLink(value) ?? bareLink(value);
    if (url && url.href.length <= 8_000) return url.href;
    context.addIssue({
      code: "custom",
      message:
        "Use a link that starts with https://, http://, or mailto:, or with a host such as example.com.",
    });
    return z.NEVER;
  }).describe(
    "URL that starts with `https://`, `http://`, or `mailto:`. `https://` is added to a URL that starts " +
      "with a host, such as `example.com/spec`.",
  );

function wholeLink(value: string): URL | null {
  const url = URL.parse(value);
  const named = url?.protocol === "mailto:" ? url.pathname : url?.hostname;
  return url && protocols.has(url.protocol) && named ? url : null;
}

/**
 * Parses a URL without a scheme. Its host is an IP address, or a name of several parts whose last part isn't a number.
 */
function bareLink(value: string): URL | null {
  const url = /^[^\s/?#@:]+\.[^\s/?#@:.]/.test(value) ? URL.parse(`https://${value}`) : null;
  if (!url || url.username || url.password) return null;
  const { hostname } = url;
  const isName = /\.[^.]*[a-z][^.]*\.?$/.test(hostname);
  return isName || /^\d+(\.\d+){3}(?![^:/?#])/.test(value) ? url : null;
}

const title = line(200).describe("Title of the link. Defaults to the URL's host or email address.");

/** `GET …/tasks/{taskId}/resources`. */
export const ResourceList = z.strictObject({ taskId: keys.task, ...pageFields });

/** A link's input. Without a title, it gets its host or email address. */
const given = { url: link, title: title.optional() };

/** `POST …/tasks/{taskId}/resources`. */
export const ResourceCreate = z.strictObject({ taskId: keys.task, ...given });

/** The maximum number of links on a task, whose record contains all of them. */
export const MOST_RESOURCES = 100;

/** Links that a new task starts with, in their order. */
export const startingResources = z.array(z.strictObject(given))
  .max(MOST_RESOURCES, `Use at most ${MOST_RESOURCES} links.`)
  .superRefine((links, context) => {
    for (const [at, { url }] of links.entries()) {
      if (links.findIndex((one) => one.url === url) === at) continue;
      context.addIssue({ code: "custom", path: [at, "url"], message: "Use each link only once." });
    }
  });
export type StartingResource = z.output<typeof startingResources>[number];

/** `PATCH …/tasks/{taskId}/resources/{resourceId}`. */
export const ResourcePatch = z.strictObject({
  url: link.optional(),
  title: title.optional(),
}).refine(namesAField, atLeastOneField);

/** A task's link, with the version that the client last saw. */
export const resourceKey = {
  taskId: keys.task,
  resourceId: keys.resource,
  version: seenVersion,
};

/** Returns the title of a link without one. */
export function titleOf(href: string): string {
  const url = new URL(href);
  return (url.protocol === "mailto:" ? url.pathname : url.hostname).slice(0, 200);
}

/** A link on a task. */
export const Resource = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** `http`, `https` or `mailto`. */
  url: responseFields.url,
  creator: ProfileRef,
  version: z.int(),
  createdAt: responseFields.time,
});

export type Resource = z.output<typeof Resource>;
