import faultless = require('@faultless/express');

const error = new faultless.NotFound('No such order.');

export = { error };
