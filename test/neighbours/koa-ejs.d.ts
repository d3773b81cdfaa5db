declare module '@koa/ejs' {
  import type Koa from 'koa';

  /** Gives an app's contexts `render`, which resolves with the text that it also makes the body. */
  export default function render(
    app: Koa,
    settings: {
      readonly root: string;
      readonly layout?: string | false;
      readonly viewExt?: string;
    },
  ): void;
}
