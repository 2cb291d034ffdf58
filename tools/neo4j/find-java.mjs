import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { LaunchError } from './launch-error.mjs';

const INSTALL =
  'install a JDK 17 or 21 ("apt-get install openjdk-17-jdk-headless", "brew install openjdk@21") or set JAVA_HOME';

/**
 * The java to run: that of JAVA_HOME, else the one on the PATH. The server's one-file source is compiled as it starts,
 * which a JDK can and a JRE cannot. Throws JAVA_MISSING, JAVA_TOO_OLD or JAVA_WITHOUT_COMPILER.
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string}
 */
export function findJava(environment) {
  const java = environment.JAVA_HOME ? join(environment.JAVA_HOME, 'bin', 'java') : 'java';
  const asked = spawnSync(java, ['-version'], { encoding: 'utf8', env: environment });
  if (asked.error !== undefined || asked.status !== 0)
    throw new LaunchError('JAVA_MISSING', `"${java}" does not run`, INSTALL, asked.error);
  const major = Number(/version "(\d+)/.exec(asked.stderr)?.[1]);
  if (!(major >= 17))
    throw new LaunchError('JAVA_TOO_OLD', `"${java}" is Java ${major}, Neo4j needs 17 or 21`, INSTALL);
  const modules = spawnSync(java, ['--list-modules'], { encoding: 'utf8', env: environment });
  if (!modules.stdout?.includes('jdk.compiler'))
    throw new LaunchError('JAVA_WITHOUT_COMPILER', `"${java}" is a runtime without compiler (a JRE)`, INSTALL);
  return java;
}
