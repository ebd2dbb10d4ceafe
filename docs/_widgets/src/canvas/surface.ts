/** A canvas that stays crisp on every screen and is painted at most once a frame. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Paint = (context: CanvasRenderingContext2D, size: Size) => void;

export class Surface {
  readonly canvas: HTMLCanvasElement;
  private readonly context: CanvasRenderingContext2D;
  private readonly paint: Paint;
  private size: Size = { width: 0, height: 0 };
  private waiting = false;

  constructor(canvas: HTMLCanvasElement, paint: Paint) {
    const context = canvas.getContext("2d");
    if (!context) throw new Error("this browser draws no canvas");
    this.canvas = canvas;
    this.context = context;
    this.paint = paint;
    new ResizeObserver(() => this.resize()).observe(canvas);
    this.resize();
  }

  /** Ask for a repaint before the next frame. */
  request(): void {
    if (this.waiting) return;
    this.waiting = true;
    requestAnimationFrame(() => {
      this.waiting = false;
      this.redraw();
    });
  }

  /** Paint now. */
  redraw(): void {
    const { width, height } = this.size;
    if (width === 0 || height === 0) return;
    // Another screen or another zoom gives another ratio without a resize
    if (this.canvas.width !== Math.round(width * devicePixelRatio)) this.resize();
    this.context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    this.context.clearRect(0, 0, width, height);
    this.paint(this.context, this.size);
  }

  private resize(): void {
    this.size = { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
    this.canvas.width = Math.round(this.size.width * devicePixelRatio);
    this.canvas.height = Math.round(this.size.height * devicePixelRatio);
    // A resized canvas is blank: painting at once shows no empty frame
    const { width, height } = this.size;
    if (width > 0 && height > 0) {
      this.context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
      this.paint(this.context, this.size);
    }
  }
}
