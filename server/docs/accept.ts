/**
 * Returns whether a client prefers Markdown to HTML. It must name `text/markdown`, because browsers and many programs
 * accept anything. RFC 9110, 12.5.1
 */
export function prefersMarkdown(accept = ""): boolean {
  const ranges = new Map(
    accept.toLowerCase().split(",").map((range) => {
      const [name = "", ...parameters] = range.split(";").map((part) => part.trim());
      const quality = parameters.find((one) => one.startsWith("q="))?.slice(2);
      return [name, quality === undefined ? 1 : Number(quality) || 0];
    }),
  );
  const markdown = ranges.get("text/markdown") ?? 0;
  const html = ranges.get("text/html") ?? ranges.get("text/*") ?? ranges.get("*/*") ?? 0;
  return markdown > 0 && markdown >= html;
}
