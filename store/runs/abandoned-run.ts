/** What the manifest of a run says whose process was killed, and which nobody took up again. */
export const ABANDONED = 'its process ended before its results were written';
