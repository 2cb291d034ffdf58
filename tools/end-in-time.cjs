const GRACE_SECONDS = 30;

/**
 * Reporter of jest: ends it some time after the last result. A test that failed may have left something open, a server or
 * a connection, for which jest would wait for ever. The exit code is that which jest has set by then.
 */
module.exports = class EndInTime {
  #graceSeconds;

  constructor(_, { graceSeconds = GRACE_SECONDS } = {}) {
    this.#graceSeconds = graceSeconds;
  }

  onRunComplete(_, results) {
    const end = () => {
      process.stderr.write(
        `jest was ended ${this.#graceSeconds} s after the last result: a test left something open\n`,
      );
      // Known only after this call, and kept by jest for its own end.
      process.exit(process.exitCode || (results.success ? 0 : 1));
    };
    setTimeout(end, this.#graceSeconds * 1000).unref();
  }
};
