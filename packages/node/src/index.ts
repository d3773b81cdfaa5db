export * from '@faultless/core';

// A listener of node:http

export { handle, type Listener } from './answering/handle.js';

// A page of your own

export { type HtmlPageOptions, htmlPage } from './html-page.js';

// A page of the application's own views

export { type View, type Viewed, type ViewsOptions, views } from './views.js';

// What goes wrong beside the application

export type { Connection, GuardOptions } from './guarding/guard-options.js';
export { type GuardedServer, guardServer } from './guarding/guard-server.js';
