import { byMouse } from "../support/drivers.ts";
import { followEach } from "./guides/by.ts";

followEach("", byMouse, 0);
