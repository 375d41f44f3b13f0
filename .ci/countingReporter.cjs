/** Prints like mocha's spec reporter and leaves the counts where the summary of all stages can find them. */
const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

class CountingReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures } = this.stats;
      if (process.env.CAUSELINE_COUNTS) {
        writeFileSync(process.env.CAUSELINE_COUNTS, JSON.stringify({ passes, failures }));
      }
    });
  }
}

module.exports = CountingReporter;
