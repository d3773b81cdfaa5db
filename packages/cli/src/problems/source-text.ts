/** One change of a text: what stands from start to end, in place of what did. */
export interface Splice {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text that parts of are to be changed, and nothing else. */
export class SourceText {
  readonly text: string;
  /** How its lines end. */
  readonly eol: string;

  constructor(text: string) {
    this.text = text;
    this.eol = text.includes('\r\n') ? '\r\n' : '\n';
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** Where the line ends, before what ends it. */
  lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    if (end === -1) return this.text.length;
    return this.text[end - 1] === '\r' && end > offset ? end - 1 : end;
  }

  /** What the line of an offset begins with, up to its first word. */
  indentation(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(offset)))?.[0] ?? '';
  }

  /** Whether an offset is that of a line's first word. */
  isFirst(offset: number): boolean {
    return /^[ \t]*$/.test(this.text.slice(this.lineStart(offset), offset));
  }

  /** Adds lines after that of an offset, or before it where it begins one. */
  addLines(offset: number, lines: readonly string[]): Splice {
    if (offset > 0 && this.text[offset - 1] === '\n') {
      const text = lines.map((line) => line + this.eol).join('');
      return { start: offset, end: offset, text };
    }
    const start = this.lineEnd(offset);
    return { start, end: start, text: lines.map((line) => this.eol + line).join('') };
  }

  /** Where what is indented more than that ends behind an offset: comments, which belong to what is before them. */
  skipComments(offset: number, indent: number): number {
    let end = offset;
    for (let line = this.lineEnd(offset); line < this.text.length; ) {
      const next = line + this.eol.length;
      line = this.lineEnd(next);
      const text = this.text.slice(next, line);
      if (/^\s*$/.test(text)) continue;
      if (!/^\s+#/.test(text) || text.search('#') <= indent) break;
      end = line;
    }
    return end;
  }

  /** Takes away whole lines. */
  removeLines(from: number, to: number): Splice {
    const start = this.lineStart(from);
    if (to > start && this.text[to - 1] === '\n') return { start, end: to, text: '' };
    const last = this.text.indexOf('\n', to);
    return { start, end: last === -1 ? this.text.length : last + 1, text: '' };
  }

  /** The text with all of these, which of one place stand in their order. */
  apply(splices: readonly Splice[]): string {
    let edited = '';
    let at = 0;
    for (const { start, end, text } of [...splices].sort((one, other) => one.start - other.start)) {
      edited += this.text.slice(at, start) + text;
      at = Math.max(at, end);
    }
    return edited + this.text.slice(at);
  }
}
