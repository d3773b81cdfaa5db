// Earlier majors that come without types, or whose types are those of another name.

declare module 'koa-session6' {
  import type Koa from 'koa';

  export default function session(options: object, app: Koa): Koa.Middleware;
}

declare module 'multer1' {
  export { default } from 'multer';
}

declare module 'ws7' {
  export { WebSocketServer as Server } from 'ws';
}
