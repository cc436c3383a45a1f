/** Line numbers (from 1) of places asked for in ascending order, in one pass over the text. */
export class LineCounter {
  private line = 1;
  private next: number;

  constructor(private readonly text: string) {
    this.next = text.indexOf('\n');
  }

  lineAt(place: number): number {
    while (this.next !== -1 && this.next < place) {
      this.line += 1;
      this.next = this.text.indexOf('\n', this.next + 1);
    }
    return this.line;
  }
}
