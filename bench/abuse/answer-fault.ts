/** What no answer may hold: places and frames of the code, statements of stores, what is between gateway and subgraphs. */
const INTERNALS =
  /node_modules|\bat \S+ \(|\/(tmp|work|home|usr|app)\/|file:\/\/|join__|"stack"|\.[jt]s:\d+|\bMATCH \(|\bSELECT\b.+\bFROM\b|SQLITE|Neo\./;

/** What is wrong with an answer to a request that is abuse or nonsense; null where it is as it should be. */
export function answerFault(status: number, text: string): string | null {
  if (status >= 500) return `status ${status}`;
  const internal = INTERNALS.exec(text);
  if (internal) return `tells of the inside: ${internal[0]}`;
  let answer: { data?: unknown; errors?: { extensions?: { code?: unknown } }[] };
  try {
    answer = JSON.parse(text) as typeof answer;
  } catch {
    return `no JSON, status ${status}`;
  }
  if (!answer.errors) return answer.data === undefined ? 'neither data nor errors' : null;
  for (const { extensions } of answer.errors) {
    if (typeof extensions?.code !== 'string' || !/^[A-Z_]+$/.test(extensions.code)) return 'an error without a code';
    if (extensions.code === 'INTERNAL_SERVER_ERROR') return 'an unforeseen fault';
  }
  return null;
}
