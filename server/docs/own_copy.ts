import { docsIndexPath } from "../../views/docs_paths.ts";
import { indexOf } from "./files.ts";
import { Catalog } from "./catalog.ts";
import { asFile, exampleValues, Writer } from "./write.ts";

/**
 * Returns a function that reads a file of this program's own docs, for command lines without a server: the index, or a page's
 * Markdown. It returns undefined for other paths.
 * @param origin the server's address in examples
 */
export function ownCopy(
  origin: string,
  version: string,
): (path: string) => Promise<string | undefined> {
  const catalog = new Catalog();
  const values = exampleValues(origin, version);
  return async (path) => {
    if (path === docsIndexPath) return indexOf(catalog.root, values);
    const page = catalog.pages.get(path.replace(/\.md$/, ""));
    return page && asFile(page, await new Writer(catalog).write(page, values), origin);
  };
}
