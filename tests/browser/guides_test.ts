import { byMouse } from "../support/hands.ts";
import { followEach } from "./guides/by.ts";

followEach("", byMouse, 0);
