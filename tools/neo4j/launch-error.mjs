/**
 * Why Neo4j could not be started. `code` is for programs and tests, `hint` says what to do about it.
 * Not a CodedError of the domain: the launcher runs before anything of ours is built.
 */
export class LaunchError extends Error {
  /**
   * @param {'JAVA_MISSING' | 'JAVA_TOO_OLD' | 'JAVA_WITHOUT_COMPILER' | 'MAVEN_MISSING' | 'ARTEFACTS_UNAVAILABLE' |
   *   'ARTEFACTS_DAMAGED' | 'BAD_PARAMETERS' | 'DATA_IN_USE' | 'PORT_TAKEN' | 'START_FAILED' | 'WRONG_PASSWORD'} code
   * @param {string} message
   * @param {string} hint
   * @param {unknown} [cause]
   */
  constructor(code, message, hint, cause) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'LaunchError';
    this.code = code;
    this.hint = hint;
  }
}
