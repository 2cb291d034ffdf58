import type { Command } from 'commander';

/** Adds one command to the program. A command sets process.exitCode when it ends other than well. */
export type RegisterCommand = (program: Command) => void;
