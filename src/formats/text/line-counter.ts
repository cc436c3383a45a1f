/** Line numbers (from 1) of places asked for in ascending order, in one pass over the text. */
export class LineCounter {
  private line = 1;
  private next: number;
  /** Old Macs end lines with a CR alone. */
  private readonly end: string;

  constructor(private readonly text: string) {
    this.end = text.includes('\n') ? '\n' : '\r';
    this.next = text.indexOf(this.end);
  }

  lineAt(place: number): number {
    while (this.next !== -1 && this.next < place) {
      this.line += 1;
      this.next = this.text.indexOf(this.end, this.next + 1);
    }
    return this.line;
  }
}
