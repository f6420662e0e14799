/** Lets the program print to a file as to a wide terminal. */
Deno.stdout.isTerminal = () => true;
Deno.consoleSize = () => ({ columns: 120, rows: 40 });
