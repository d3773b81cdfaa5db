/** The style of the HTML page, the content of its one `<style>` element. */
export const PAGE_STYLE =
  ':root{color-scheme:light dark;--text:#1f2328;--quiet:#59636e;--page:#fff;--line:#d1d9e0}' +
  '@media(prefers-color-scheme:dark){' +
  ':root{--text:#e6edf3;--quiet:#9198a1;--page:#0d1117;--line:#3d444d}}' +
  'body{margin:0 auto;max-width:38rem;padding:10vh 1.25rem 2rem;color:var(--text);' +
  'background:var(--page);font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei",' +
  '"Noto Sans CJK SC",sans-serif;overflow-wrap:anywhere}' +
  'h1{margin:0 0 1rem;font-size:1.75rem;line-height:1.3}' +
  'h1 span{color:var(--quiet);font-weight:400}' +
  'h2{margin:2rem 0 .5rem;font-size:1rem}' +
  'p{margin:0 0 .75rem;white-space:pre-line}' +
  'dl,dd,ul{margin:0}dt,footer{color:var(--quiet)}dd{margin-bottom:.5rem}ul{padding-left:1.25rem}' +
  'footer{margin-top:2rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.875rem}' +
  'code{font:.875em/1.6 ui-monospace,Menlo,Consolas,monospace}';

/** The SHA-256 of `PAGE_STYLE` in base64; a test recomputes it. */
export const PAGE_STYLE_HASH = 'QCUAnLFUq0fATTRHWd60A2vibC/2iHw7VrEepDWMxn0=';
