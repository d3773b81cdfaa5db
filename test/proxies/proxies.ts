import { join } from 'node:path';

/** Where a proxy listens, whom it asks, and where it may write. */
export interface Place {
  readonly port: number;
  readonly upstreams: readonly [number, ...number[]];
  readonly directory: string;
}

/** A reverse proxy of Debian, in front of an application on loopback. */
export interface ReverseProxy {
  /** The name of its program. */
  readonly name: string;
  /** What the docs mark its settings with. */
  readonly language: string;
  /** The name of its file of settings. */
  readonly file: string;
  readonly settings: (place: Place) => string;
  /** What its program is told to run in the foreground with that file. */
  readonly command: (path: string, place: Place) => readonly string[];
  /** Fields that an answer has and the proxy does not pass on, as RFC 9110 §7.6.1 lets it. */
  readonly strips: readonly string[];
  /** Whether it ends a chunked answer that breaks off as if it were whole. */
  readonly endsHalves: boolean;
  /** How often it sends a GET that is closed without an answer on a connection that it had kept. */
  readonly asks: number;
  /** What becomes of a GET that an upstream of two closes without an answer. */
  readonly closed: { readonly status: number; readonly runs: number; readonly after: number };
}

export const PROXIES: readonly ReverseProxy[] = [
  {
    name: 'nginx',
    language: 'nginx',
    file: 'nginx.conf',
    settings: ({ port, upstreams, directory }) => `
user root;
pid ${directory}/pid;
error_log stderr crit;
events {}
http {
  access_log off;
  client_body_temp_path ${directory}/content;
  proxy_temp_path ${directory}/answers;
  upstream app {
    ${upstreams.map((one) => `server 127.0.0.1:${one};`).join('\n    ')}
    keepalive 16;
  }
  server {
    listen 127.0.0.1:${port};
    client_max_body_size 0;
    location / {
      proxy_pass http://app;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
    }
  }
}`,
    command: (path, { directory }) => ['-p', directory, '-c', path, '-g', 'daemon off;'],
    strips: [],
    endsHalves: false,
    asks: 2,
    closed: { status: 502, runs: 2, after: 502 },
  },
  {
    name: 'haproxy',
    language: 'haproxy',
    file: 'haproxy.cfg',
    settings: ({ port, upstreams }) => `
defaults
  mode http
  timeout connect 5s
  timeout client 30s
  timeout server 30s
  option forwardfor
frontend web
  bind 127.0.0.1:${port}
  default_backend app
backend app
${upstreams.map((one, index) => `  server app${index} 127.0.0.1:${one}`).join('\n')}
`,
    command: (path) => ['-db', '-f', path],
    strips: [],
    endsHalves: false,
    asks: 1,
    closed: { status: 502, runs: 1, after: 200 },
  },
  {
    name: 'caddy',
    language: 'caddyfile',
    file: 'Caddyfile',
    settings: ({ port, upstreams }) => `
{
  admin off
  auto_https off
}
http://127.0.0.1:${port}, http://test.example:${port} {
  bind 127.0.0.1
  reverse_proxy ${upstreams.map((one) => `127.0.0.1:${one}`).join(' ')}
}
`,
    command: (path) => ['run', '--config', path, '--adapter', 'caddyfile'],
    strips: ['upgrade', 'proxy-authenticate'],
    endsHalves: true,
    asks: 2,
    closed: { status: 502, runs: 1, after: 200 },
  },
  {
    name: 'apache2',
    language: 'apache',
    file: 'apache2.conf',
    settings: ({ port, upstreams: [first], directory }) => `
ServerRoot ${directory}
PidFile ${directory}/pid
ErrorLog ${directory}/errors
LogLevel crit
ServerName localhost
User www-data
Group www-data
Listen 127.0.0.1:${port}
MaxKeepAliveRequests 0
${['mpm_event', 'authz_core', 'proxy', 'proxy_http']
  .map((one) => `LoadModule ${one}_module /usr/lib/apache2/modules/mod_${one}.so`)
  .join('\n')}
ProxyPass / http://127.0.0.1:${first}/
`,
    command: (path) => ['-f', path, '-DFOREGROUND'],
    strips: ['upgrade', 'proxy-authenticate'],
    endsHalves: false,
    asks: 1,
    closed: { status: 502, runs: 1, after: 200 },
  },
  {
    name: 'varnishd',
    language: 'vcl',
    file: 'app.vcl',
    settings: ({ upstreams: [first] }) => `
vcl 4.1;
backend app {
  .host = "127.0.0.1";
  .port = "${first}";
}
`,
    command: (path, { port, directory }) => [
      ...['-F', '-j', 'none', '-a', `127.0.0.1:${port}`, '-T', 'none'],
      ...['-n', join(directory, 'varnish'), '-s', 'malloc,32m', '-f', path],
    ],
    strips: ['upgrade'],
    endsHalves: false,
    asks: 2,
    closed: { status: 503, runs: 1, after: 200 },
  },
];
