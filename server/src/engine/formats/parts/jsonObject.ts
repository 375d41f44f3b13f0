/** Walks the members of one JSON object on one line, byte by byte, also when the line was cut in the middle. */
import { byte, equalsText } from '../bytes';

/** The member last read; positions of a text value exclude its quotes. */
export class JsonMembers {
  keyStart = -1;
  keyEnd = -1;
  valueStart = -1;
  valueEnd = -1;
  isText = false;
  /** The value's end was found; false where the line was cut. */
  isWhole = false;
  private bytes: Uint8Array = new Uint8Array(0);
  private position = 0;
  private end = 0;

  /** Enters the object at `at`; false when none begins there. */
  enter(bytes: Uint8Array, at: number, end: number): boolean {
    if (bytes[at] !== byte.openBrace || at + 2 > end) return false;
    this.bytes = bytes;
    this.position = at + 1;
    this.end = end;
    return true;
  }

  /** Reads the next member; false at the object's end, or where it is not JSON. */
  next(): boolean {
    const { bytes, end } = this;
    let at = this.skipSpace(this.position);
    if (bytes[at] === byte.comma) at = this.skipSpace(at + 1);
    if (at >= end || bytes[at] !== byte.quote) return false;
    this.keyStart = at + 1;
    this.keyEnd = this.endOfText(at + 1);
    at = this.skipSpace(this.keyEnd + 1);
    if (at >= end || bytes[at] !== byte.colon) return false;
    at = this.skipSpace(at + 1);
    if (at >= end) return false;
    this.readValue(at);
    return true;
  }

  /** True when the member's key is exactly `name`. */
  is(name: string): boolean {
    return equalsText(this.bytes, this.keyStart, this.keyEnd, name);
  }

  private readValue(at: number): void {
    const first = this.bytes[at];
    this.isText = first === byte.quote;
    if (this.isText) {
      this.valueStart = at + 1;
      this.valueEnd = this.endOfText(at + 1);
      this.isWhole = this.valueEnd < this.end;
      this.position = Math.min(this.end, this.valueEnd + 1);
      return;
    }
    this.valueStart = at;
    this.valueEnd =
      first === byte.openBrace || first === byte.openBracket ? this.endOfNested(at) : this.endOfScalar(at);
    this.isWhole = this.valueEnd < this.end;
    this.position = this.valueEnd;
  }

  /** Position of the closing quote, or the end of the line. */
  private endOfText(at: number): number {
    const { bytes, end } = this;
    let position = at;
    while (position < end) {
      const value = bytes[position];
      if (value === byte.quote) return position;
      position += value === byte.backslash ? 2 : 1;
    }
    return end;
  }

  private endOfScalar(at: number): number {
    const { bytes, end } = this;
    let position = at;
    while (
      position < end &&
      bytes[position] !== byte.comma &&
      bytes[position] !== byte.closeBrace &&
      bytes[position] !== byte.space
    )
      position++;
    return position;
  }

  private endOfNested(at: number): number {
    const { bytes, end } = this;
    let depth = 0;
    let position = at;
    while (position < end) {
      const value = bytes[position];
      if (value === byte.quote) position = this.endOfText(position + 1);
      else if (value === byte.openBrace || value === byte.openBracket) depth++;
      else if ((value === byte.closeBrace || value === byte.closeBracket) && --depth === 0) return position + 1;
      position++;
    }
    return end;
  }

  private skipSpace(at: number): number {
    const { bytes, end } = this;
    let position = at;
    while (position < end && (bytes[position] === byte.space || bytes[position] === byte.tab)) position++;
    return position;
  }
}
