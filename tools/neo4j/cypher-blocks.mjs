/**
 * The statements in the ```cypher blocks of a Markdown text, in their order. Statements are parted by a semicolon at
 * the end of a line.
 * @param {string} markdown
 * @returns {string[]}
 */
export function cypherBlocks(markdown) {
  return [...markdown.matchAll(/```cypher\n([\s\S]*?)```/g)]
    .flatMap(([, block]) => block.split(/;[ \t]*(?:\n|$)/))
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
}
