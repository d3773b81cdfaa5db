const { coverage } = require('./problems.cjs');

module.exports = () => coverage.check();
