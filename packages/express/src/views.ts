import { type Renderer, type View, type ViewsOptions, views as viewsOfNode } from '@faultless/node';
import type { Request, Response } from 'express';

/**
 * Makes the HTML format a page of the application's own views, which get Express's `req` and `res`.
 *
 * `res.render` gives its text to a callback; without one it would send it, and sends nothing here.
 *
 * @see {@link viewsOfNode}
 */
export const views: (view: View<Request, Response>, options?: ViewsOptions) => Renderer =
  viewsOfNode<Request, Response>;
