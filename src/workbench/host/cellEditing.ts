/** Is the person in the middle of typing into a cell? Requests wait for the end of it, if they were sent so, or are refused. @assumption cell-edit-mode */
export class CellEditing {
  private isOn = false;
  private waiting: (() => void)[] = [];

  get isUnderWay(): boolean {
    return this.isOn;
  }

  begin(): void {
    this.isOn = true;
  }

  /** 0: not at all. */
  beginFor(milliseconds: number): void {
    if (milliseconds === 0) return;
    this.begin();
    setTimeout(() => this.end(), milliseconds);
  }

  end(): void {
    this.isOn = false;
    for (const goOn of this.waiting.splice(0)) goOn();
  }

  ended(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
