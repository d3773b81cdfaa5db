import { type Renderer, type View, type ViewsOptions, views as viewsOfNode } from '@faultless/node';
import type { Context } from 'koa';

/**
 * Makes the HTML format a page of the application's own views, which get Koa's `ctx` as `request`.
 *
 * @see {@link viewsOfNode}
 */
export const views: (view: View<Context>, options?: ViewsOptions) => Renderer =
  viewsOfNode<Context>;
