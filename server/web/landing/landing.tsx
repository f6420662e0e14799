import { LandingPage } from "../../../views/landing/landing.tsx";
import { PublicSearch } from "../../../views/landing/search.tsx";
import { landingPath } from "../../../views/paths.ts";
import { findPublicPages } from "../../palette/public_pages.ts";
import { publicPage } from "../page.ts";

/** The landing page. With `q`, it shows search results for browsers without scripts. */
export const landingPage = publicPage({
  path: landingPath,
  async read({ viewer, url, searchDocs }) {
    const signedIn = viewer !== null;
    const q = url.searchParams.get("q");
    if (q === null) return { signedIn, q, found: [] };
    return { signedIn, q, found: [...findPublicPages(q, signedIn), ...await searchDocs(q)] };
  },
}).shows(({ frame, signedIn, q, found }) =>
  q === null
    ? <LandingPage frame={frame} signedIn={signedIn} />
    : <PublicSearch frame={frame} signedIn={signedIn} q={q} found={found} />
);
