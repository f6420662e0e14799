/** The docs, and the start of every page's path. */
export const docsPath = "/docs";
/** The index of the docs for programs. */
export const docsIndexPath = `${docsPath}/llms.txt`;
/** Everything in the docs that the palette finds. */
export const docsSearchPath = `${docsPath}/search.json`;
/** Returns the path of a page's Markdown. @param path the page's path */
export const markdownPath = (path: string) => `${path}.md`;
