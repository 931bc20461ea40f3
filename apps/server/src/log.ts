/** Where the server reports what went wrong. Takes no request data, so that no secret can reach it. */
export interface Log {
  error(what: string, error?: unknown): void;
  info(line: string): void;
}

/** Errors on standard error with their stack, information on standard output. */
export const consoleLog: Log = {
  error: (what, error) => console.error(what, ...(error === undefined ? [] : [error])),
  info: (line) => console.log(line),
};
