import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { adapterFiles, exportsOf, STORE_FOLDER } from './statements.js';

// What a statement is run by: methods of the connection and of a transaction.
const RUNNERS = new Set(['run', 'each', 'read', 'autoCommit']);
const CYPHER = /^\s*(MATCH|OPTIONAL MATCH|MERGE|UNWIND|CREATE|CALL|WITH|RETURN|SET|DELETE|DETACH|SHOW|DROP|WHERE)\s/;

/**
 * What in a source file of the adapter could bring a value into Cypher: Cypher text outside its files, a statement that
 * is put together where it is used, and, in a file of Cypher, anything imported that is none.
 */
function faults(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const isCypherFile = file.endsWith('.cypher.ts');
  const statements = new Set<string>();
  const tell = (node: ts.Node, fault: string) => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${file}:${line + 1} ${fault}: ${node.getText().slice(0, 60)}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const from = (node.moduleSpecifier as ts.StringLiteral).text;
      const isCypher = from.endsWith('.cypher.js');
      if (isCypherFile && !isCypher) tell(node, 'a file of Cypher imports Cypher only');
      if (isCypher && !node.importClause?.isTypeOnly)
        node.importClause?.namedBindings?.forEachChild((name) => void statements.add(name.getText()));
      return;
    }
    if (!isCypherFile) {
      if (isText(node) && CYPHER.test(node.getText().slice(1))) tell(node, 'Cypher outside its files');
      if (isRun(node) && isBuilt(node.arguments[0])) tell(node, 'runs a statement that is made here');
      if (ts.isIdentifier(node) && statements.has(node.text) && isChanged(node)) tell(node, 'changes a statement');
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isText(node: ts.Node): boolean {
  return ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node);
}

function isRun(node: ts.Node): node is ts.CallExpression {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    RUNNERS.has(node.expression.name.text) &&
    node.arguments.length > 0
  );
}

function isBuilt(statement: ts.Expression | undefined): boolean {
  if (statement === undefined) return false;
  return isText(statement) || ts.isBinaryExpression(statement) || isMethodOfText(statement);
}

function isMethodOfText(node: ts.Node): boolean {
  return ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression);
}

/** `${STATEMENT}`, `STATEMENT + x`, `STATEMENT.replace(…)`, `STATEMENTS[a].replace(…)` */
function isChanged(statement: ts.Node): boolean {
  const { parent } = statement;
  if (ts.isTemplateSpan(parent)) return true;
  if (ts.isBinaryExpression(parent)) return parent.operatorToken.kind === ts.SyntaxKind.PlusToken;
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) {
    const isMember = parent.expression === statement;
    if (isMember && ts.isCallExpression(parent.parent) && parent.parent.expression === parent) return true;
    return isMember && isChanged(parent);
  }
  return false;
}

describe('Cypher in the sources of the adapter', () => {
  const files = adapterFiles();

  test.each(files)('%s brings no value into a statement', (file) => {
    expect(faults(file, readFileSync(join(STORE_FOLDER, file), 'utf8'))).toEqual([]);
  });

  test.each(files.filter((file) => file.endsWith('.cypher.ts')))(
    '%s holds texts, and nothing that makes one',
    async (file) => {
      expect((await exportsOf(file)).length).toBeGreaterThan(0);
    },
  );

  test.each([
    ["cypher.run('MATCH (n) RETURN n')"],
    [`cypher.run(\`MATCH (n {id: "\${id}"}) RETURN n\`)`],
    ["connection.read(GET + ' LIMIT 1')"],
    ['connection.read(GET.replace("a", id))'],
    [`const statement = \`\${GET} LIMIT \${rows}\``],
    ['const statement = PAGES.all.concat(order)'],
    ['const statement = PAGES[start] + order'],
    [`const fragment = \`WHERE m.id = \${id}\``],
  ])('would notice %s', (line) => {
    expect(faults('a.ts', `import { GET, PAGES } from './a.cypher.js';\n${line};`)).not.toEqual([]);
  });

  test('a statement may be chosen and passed on', () => {
    const chosen = 'connection.read(PAGES[start][order], values); count(cypher, GET); run(isAll ? GET : PAGES.all);';
    expect(faults('a.ts', `import { GET, PAGES } from './a.cypher.js';\n${chosen}`)).toEqual([]);
  });

  test('a file of Cypher that imports anything else would be noticed', () => {
    expect(faults('a.cypher.ts', "import { region } from './settings.js';")).not.toEqual([]);
  });
});
