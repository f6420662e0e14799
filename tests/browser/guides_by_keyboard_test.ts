import { byKeyboard } from "../support/hands.ts";
import { followEach } from "./guides/by.ts";

followEach(", by keyboard alone", byKeyboard, 1);
