/** The style of the HTML page, the content of its one `<style>` element. */
export const PAGE_STYLE =
  ':root{color-scheme:light dark;--text:#1f2328;--quiet:#59636e;--page:#f6f8fa;--sheet:#fff;' +
  '--line:#d1d9e0;--accent:#0550ae}' +
  '@media(prefers-color-scheme:dark){:root{--text:#e6edf3;--quiet:#9198a1;--page:#0d1117;' +
  '--sheet:#151b23;--line:#3d444d;--accent:#79c0ff}}' +
  '*{box-sizing:border-box}' +
  'body{margin:0;min-height:100vh;padding:1.25rem;display:flex;flex-direction:column;' +
  'align-items:center;justify-content:center;color:var(--text);background:var(--page);' +
  'font:1rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;' +
  'overflow-wrap:anywhere}' +
  'header,main{width:100%;max-width:38rem}' +
  'header{margin-bottom:1rem;font-weight:600}header img{height:2rem;vertical-align:middle}' +
  'main{padding:clamp(1.25rem,6vw,3rem);background:var(--sheet);border:1px solid var(--line);' +
  'border-top:4px solid var(--accent);border-radius:.5rem}' +
  'h1{margin:0 0 1.25rem;font-size:1.625rem;line-height:1.25}' +
  'h1 span{display:block;color:var(--accent);font-size:1rem;letter-spacing:.1em}' +
  'h2{margin:1.75rem 0 .5rem;font-size:1rem}' +
  'p{margin:0 0 .75rem;white-space:pre-line}' +
  'dl,dd,ul{margin:0}dt,footer{color:var(--quiet)}dd{margin-bottom:.5rem}ul{padding-inline-start:1.25rem}' +
  'a{color:var(--accent)}nav{margin-top:1.5rem;display:flex;flex-wrap:wrap;gap:.5rem 1.25rem}' +
  'footer{margin-top:1.75rem;padding-top:.75rem;border-top:1px solid var(--line);font-size:.875rem}' +
  'code{font:.875em/1.6 ui-monospace,Menlo,Consolas,monospace;direction:ltr;unicode-bidi:isolate}' +
  'footer code{user-select:all}' +
  '@media print{body{display:block;background:none}main{border:0;padding:0}nav{display:none}}';

/** The SHA-256 of `PAGE_STYLE` in base64; a test recomputes it. */
export const PAGE_STYLE_HASH = 'ZAjrHomP4wQexPFjd7DsxMgGrWbTjZbgIUkuxWbgeFY=';
