/** Exit codes of every command; docs/cli.md lists them. */
export const EXIT = {
  done: 0,
  /** The command failed: the message says where and what to do. */
  failed: 1,
  /** Wrong words on the command line or a wrong configuration: nothing was done. */
  usage: 2,
  /** Done, but some rows of the input were rejected: see the rejects file. */
  someRejected: 3,
  /** Stopped on request (Ctrl-C); what was done so far is kept and the command can be taken up again. */
  stopped: 130,
} as const;
