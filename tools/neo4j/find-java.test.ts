import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findJava } from './find-java.mjs';

describe('findJava', () => {
  let home: string;

  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'jejaring-java-'));
    mkdirSync(join(home, 'bin'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  /** A java that says what a real one of this version would. */
  function install(version: string, modules: string): void {
    const file = join(home, 'bin', 'java');
    writeFileSync(
      file,
      `#!/bin/sh\ncase $1 in -version) echo 'openjdk version "${version}" 2025-04-15' >&2;; *) echo '${modules}';; esac\n`,
    );
    chmodSync(file, 0o755);
  }
  const find = () => findJava({ ...process.env, JAVA_HOME: home });

  test('takes the JDK of JAVA_HOME', () => {
    install('17.0.15', 'java.base@17 jdk.compiler@17');
    expect(find()).toBe(join(home, 'bin', 'java'));
  });

  test.each([
    ['nothing there', () => undefined, 'JAVA_MISSING'],
    ['Java 11', () => install('11.0.2', 'jdk.compiler@11'), 'JAVA_TOO_OLD'],
    ['Java 8, which counts in another way', () => install('1.8.0_292', ''), 'JAVA_TOO_OLD'],
    ['a JRE', () => install('21.0.1', 'java.base@21'), 'JAVA_WITHOUT_COMPILER'],
  ])('refuses %s, and says what to install', (_what, prepare, code) => {
    prepare();
    expect(find).toThrow(expect.objectContaining({ code, hint: expect.stringContaining('install a JDK 17') }));
  });
});
