import { changelogPath, feedPath } from "../../views/site_paths.ts";
import { readChangelog } from "./catalog.ts";
import { renderPage, slugify } from "./render.ts";

/** A version in the changelog. */
interface Version {
  /** `0.2.0`, or `Unreleased`. */
  name: string;
  /** The anchor of its heading on the page. */
  anchor: string;
  /** The time of its release, or of the last change. */
  at: string;
  /** The version's changes, in Markdown. */
  text: string;
}

/**
 * Returns the versions of a changelog, newest first. A heading is `## 0.2.0 (2026-12-24)`, or has no date.
 * @param changed the time of the last change, for versions without a date
 */
export function versionsOf(text: string, changed: string): Version[] {
  return text.split(/^## /m).slice(1).map((part) => {
    const [heading = "", ...lines] = part.split("\n");
    const [, name, day] = /^(.+?)(?:[\s(–-]+(\d{4}-\d\d-\d\d)\)?)?$/.exec(heading.trim()) ?? [];
    return {
      name: name ?? heading,
      anchor: slugify(heading),
      at: day ? `${day}T00:00:00Z` : changed,
      text: lines.join("\n").trim(),
    };
  });
}

/** Writes the changelog as an Atom feed with one entry per version. RFC 4287 */
export function writeFeed(origin: string): string {
  const { text, changed } = readChangelog();
  const page = origin + changelogPath;
  const entries = versionsOf(text, changed).map((version) => {
    const address = escape(`${page}#${version.anchor}`);
    return `<entry>
<id>${address}</id>
<title>${escape(`Backlog ${version.name}`)}</title>
<updated>${version.at}</updated>
<link href="${address}"/>
<content type="html">${escape(renderPage(version.text).html)}</content>
</entry>`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${escape(origin + feedPath)}</id>
<title>Backlog changelog</title>
<updated>${changed}</updated>
<author><name>Backlog</name></author>
<link rel="self" href="${escape(origin + feedPath)}"/>
<link rel="alternate" href="${escape(page)}"/>
${entries.join("\n")}
</feed>
`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
