import { LandingPage } from "../../../views/landing/landing.tsx";
import { PublicSearch } from "../../../views/landing/search.tsx";
import { landingPath } from "../../../views/paths.ts";
import { findPublicPages } from "../../palette/public_pages.ts";
import { publicPage } from "../page.ts";

/** The start page, for everyone; with `q` what is found on the public site, where the palette's script isn't. */
export const landingPage = publicPage({
  path: landingPath,
  read({ viewer, url }) {
    const signedIn = viewer !== null;
    const q = url.searchParams.get("q");
    return { signedIn, q, found: q === null ? [] : findPublicPages(q, signedIn) };
  },
}).shows(({ frame, signedIn, q, found }) =>
  q === null
    ? <LandingPage frame={frame} signedIn={signedIn} />
    : <PublicSearch frame={frame} signedIn={signedIn} q={q} found={found} />
);
